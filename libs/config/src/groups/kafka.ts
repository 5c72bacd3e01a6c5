import Type, { type Static } from 'typebox';

/** Where the brokers are and how a consumer is known to live. */
export const kafkaSettings = Type.Object({
  brokers: Type.Array(Type.String({ pattern: '^[^\\s:]+:\\d{1,5}$' }), {
    env: 'KAFKA_BROKERS',
    description: 'Kafka bootstrap brokers, host:port, separated by commas.',
    example: '127.0.0.1:9092',
    minItems: 1,
  }),
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
