import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessagingLog } from '@tocsin/messaging';
import { KafkaBroker, type KafkaOptions, provisionTopics } from '@tocsin/messaging-kafka';
import { openDatabase, persistenceMigrations } from '@tocsin/persistence';
import { CA, issue, OTHER_CA } from '@tocsin/testing/certificates';
import { readStackSettings } from '../stack/settings.js';
import { startStack, type Stack } from '../stack/stack.js';

const silent: MessagingLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
const users = { 'tocsin-store': 'store-secret' };

let stack: Stack;
beforeAll(async () => {
  const { kafkaBrokers: _, databaseUrl: __, ...settings } = readStackSettings(process.env);
  stack = await startStack({
    settings,
    label: 'secure',
    throwaway: true,
    database: 'tocsin_test',
    secure: { identity: issue(), users },
    progress: () => undefined,
  });
});
afterAll(() => stack.stop());

type Sasl = NonNullable<KafkaOptions['sasl']>;
const sasl = (mechanism: Sasl['mechanism'], password = users['tocsin-store']): Sasl => ({
  mechanism,
  username: 'tocsin-store',
  password,
});
const client = (tls: KafkaOptions['tls'], given?: Sasl): KafkaOptions => ({
  brokers: [String(stack.secureKafkaBrokers)],
  clientId: 'spec',
  ...(tls ? { tls } : {}),
  ...(given ? { sasl: given } : {}),
});
const reach = (options: KafkaOptions) => provisionTopics(options, [], silent);

describe('Kafka over TLS', () => {
  it.each(['scram-sha-512', 'plain'] as const)(
    'knows a principal by %s, under an authority of our own',
    async (mechanism) => {
      const report = await reach(client({ ca: CA }, sasl(mechanism)));
      expect(report.created).toEqual([]);
    },
  );

  it.each(['scram-sha-512', 'plain'] as const)(
    'refuses a wrong password by %s at once, and says so',
    async (mechanism) => {
      const error: Error = await reach(client({ ca: CA }, sasl(mechanism, 'guessed'))).catch(
        (caught) => caught,
      );
      expect(error).toMatchObject({ code: 'ERR_KAFKA_AUTH' });
      expect(error.message).toContain('TOCSIN_KAFKA_USERNAME');
      expect(error.message).not.toContain('guessed');
    },
  );

  it.each([
    ['another authority', () => client({ ca: OTHER_CA }, sasl('scram-sha-512'))],
    ['the authorities of the system', () => client({}, sasl('scram-sha-512'))],
  ])('is not trusted by who trusts %s', async (_, options) => {
    const broker = new KafkaBroker(options(), silent);
    const error: Error = await broker.ranges('article-fetched').catch((caught) => caught);
    await broker.close();
    expect(error).toMatchObject({ code: 'ERR_KAFKA_TLS' });
    expect(error.message).toContain('TOCSIN_KAFKA_CA_FILE');
  });
});

describe('PostgreSQL over TLS', () => {
  const open = async (tls: { ca?: string }, url = stack.databaseUrl) => {
    const schema = `tls_${Math.random().toString(36).slice(2, 10)}`;
    const settings = { schema, migrations: persistenceMigrations, entities: [] };
    const database = await openDatabase({ ...settings, url, tls });
    const [row] = await database.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
    await database.destroy();
    return row as { ssl: boolean };
  };
  const localhost = () => stack.databaseUrl.replace('127.0.0.1', 'localhost');

  it('is used when an authority of our own vouches for its name or its address', async () => {
    expect(await open({ ca: CA })).toEqual({ ssl: true });
    expect(await open({ ca: CA }, localhost())).toEqual({ ssl: true });
  });

  it.each([
    ['another authority', { ca: OTHER_CA }],
    ['the authorities of the system', {}],
  ])('is not trusted by who trusts %s', async (_, tls) => {
    await expect(open(tls)).rejects.toMatchObject({
      code: 'ERR_PERSISTENCE_TLS',
      message: expect.stringContaining('TOCSIN_DATABASE_CA_FILE'),
    });
  });

  it('refuses a wrong password, and says so without it', async () => {
    const url = stack.databaseUrl.replace(/:[^:@/]+@/, ':guessed@');
    const error: Error = await open({ ca: CA }, url).then(String, (caught) => caught);
    expect(error).toMatchObject({ code: 'ERR_PERSISTENCE_AUTH' });
    expect(error.message).not.toContain('guessed');
  });

  it('is told apart from a server that speaks no TLS', async () => {
    const shared = String(process.env['DATABASE_URL']);
    await expect(open({ ca: CA }, shared)).rejects.toMatchObject({ code: 'ERR_PERSISTENCE_TLS' });
  });
});
