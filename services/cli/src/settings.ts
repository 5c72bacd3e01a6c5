import { deduplicatorSettings, fetcherSettings, kafkaSettings, loadConfig } from '@tocsin/config';
import Type, { type Static } from 'typebox';

const service = (env: string, name: string, port: number) =>
  Type.String({
    env,
    description: `Base URL of the ${name}.`,
    pattern: '^https?://',
    default: `http://127.0.0.1:${port}`,
  });

const { tls, caFile, saslMechanism, username, password } = kafkaSettings.properties;
const { allowPrivate, hostDelayMs, userAgent } = fetcherSettings.properties;

/** Where everything is; the defaults are the local stack's places. */
export const cliSettings = Type.Object({
  fetcherUrl: service('TOCSIN_FETCHER_URL', 'fetcher', 28081),
  extractorUrl: service('TOCSIN_EXTRACTOR_URL', 'extractor', 28082),
  deduplicatorUrl: service('TOCSIN_DEDUPLICATOR_URL', 'deduplicator', 28083),
  storeUrl: service('TOCSIN_STORE_URL', 'store', 28080),
  brokers: Type.Array(Type.String({ pattern: '^[^\\s:]+:\\d{1,5}$' }), {
    env: 'KAFKA_BROKERS',
    description: 'Kafka bootstrap brokers, host:port, separated by commas.',
    minItems: 1,
    default: ['127.0.0.1:29092'],
  }),
  tls,
  caFile,
  saslMechanism,
  username,
  password,
  allowPrivate,
  hostDelayMs,
  userAgent,
  windowDays: deduplicatorSettings.properties.windowDays,
  apiKey: Type.Optional(
    Type.String({
      env: 'TOCSIN_API_KEY',
      description: 'Key that changing calls carry as "Authorization: Bearer <key>".',
      minLength: 16,
      secret: true,
    }),
  ),
});
export type CliConfig = Readonly<Static<typeof cliSettings>>;

/** @throws ConfigError naming every bad setting */
export const loadCliConfig = (): CliConfig => loadConfig({ cli: cliSettings }).cli;
