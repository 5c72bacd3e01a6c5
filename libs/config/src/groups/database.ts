import Type, { type Static } from 'typebox';

/** The PostgreSQL of a service; each service has its own schema and role in it. */
export const databaseSettings = Type.Object({
  url: Type.String({
    env: 'DATABASE_URL',
    description: 'PostgreSQL connection URL.',
    example: 'postgres://tocsin:secret@127.0.0.1:5432/tocsin',
    pattern: '^postgres(ql)?://',
    secret: true,
  }),
  tls: Type.Enum(['off', 'verify-full'], {
    env: 'TOCSIN_DATABASE_TLS',
    description:
      "Whether the server is spoken to over TLS; verify-full checks its certificate's authority and name.",
    default: 'off',
  }),
  caFile: Type.Optional(
    Type.String({
      env: 'TOCSIN_DATABASE_CA_FILE',
      description:
        "PEM file of the authorities that may vouch for the server, in the place of the system's.",
      example: '/etc/tocsin/postgres-ca.pem',
    }),
  ),
  poolSize: Type.Integer({
    env: 'TOCSIN_DATABASE_POOL_SIZE',
    description: 'Most connections that one service instance holds.',
    minimum: 1,
    maximum: 200,
    default: 10,
  }),
  statementTimeoutMs: Type.Integer({
    env: 'TOCSIN_DATABASE_STATEMENT_TIMEOUT_MS',
    description: 'Milliseconds after which the server cancels a statement.',
    minimum: 100,
    maximum: 600_000,
    default: 30_000,
  }),
});
export type DatabaseConfig = Readonly<Static<typeof databaseSettings>>;
