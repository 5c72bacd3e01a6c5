import Type, { type Static } from 'typebox';

/** Where the brokers are and how a consumer is known to live. */
export const kafkaSettings = Type.Object({
  brokers: Type.Array(Type.String({ pattern: '^[^\\s:]+:\\d{1,5}$' }), {
    env: 'KAFKA_BROKERS',
    description: 'Kafka bootstrap brokers, host:port, separated by commas.',
    example: '127.0.0.1:9092',
    minItems: 1,
  }),
  tls: Type.Enum(['off', 'on'], {
    env: 'TOCSIN_KAFKA_TLS',
    description:
      'Whether brokers are spoken to over TLS; their certificates must be for their names.',
    default: 'off',
  }),
  caFile: Type.Optional(
    Type.String({
      env: 'TOCSIN_KAFKA_CA_FILE',
      description:
        "PEM file of the authorities that may vouch for brokers, in the place of the system's.",
      example: '/etc/tocsin/kafka-ca.pem',
    }),
  ),
  saslMechanism: Type.Optional(
    Type.Enum(['plain', 'scram-sha-256', 'scram-sha-512'], {
      env: 'TOCSIN_KAFKA_SASL_MECHANISM',
      description:
        'plain, scram-sha-256 or scram-sha-512: how we prove who we are; plain needs TLS.',
      example: 'scram-sha-512',
    }),
  ),
  username: Type.Optional(
    Type.String({
      env: 'TOCSIN_KAFKA_USERNAME',
      description: 'Who we are to the brokers: one principal for each service.',
      example: 'tocsin-store',
    }),
  ),
  password: Type.Optional(
    Type.String({
      env: 'TOCSIN_KAFKA_PASSWORD',
      description: 'Password of that principal.',
      secret: true,
    }),
  ),
  sessionTimeoutMs: Type.Integer({
    env: 'TOCSIN_KAFKA_SESSION_TIMEOUT_MS',
    description: 'Milliseconds without a heartbeat after which a consumer counts as dead.',
    minimum: 6_000,
    maximum: 300_000,
    default: 30_000,
  }),
  replicationFactor: Type.Integer({
    env: 'TOCSIN_KAFKA_REPLICATION_FACTOR',
    description: 'Copies of every topic that is created: 3 on a cluster, 1 on a single broker.',
    minimum: 1,
    maximum: 9,
    default: 1,
  }),
});
export type KafkaConfig = Readonly<Static<typeof kafkaSettings>>;
