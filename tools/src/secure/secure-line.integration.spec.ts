import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessagingLog } from '@tocsin/messaging';
import { retryTopicsOf, topics, withPrefix } from '@tocsin/contracts';
import {
  applyAccess,
  KafkaBroker,
  type KafkaOptions,
  provisionTopics,
} from '@tocsin/messaging-kafka';
import { openDatabase, persistenceMigrations } from '@tocsin/persistence';
import { CA, issue, OTHER_CA } from '@tocsin/testing/certificates';
import pg from 'pg';
import { readStackSettings } from '../stack/settings.js';
import { startStack, type Stack } from '../stack/stack.js';
import { bootSecurely, loginUrl } from './testing/boot-securely.js';
import { runProvisioning } from './testing/run-provisioning.js';
import { type User, users } from './testing/users.js';

const silent: MessagingLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

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
}, 180_000);
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

describe('a database with one login for each service', () => {
  const openAs = (user: string, service: string) =>
    openDatabase({
      url: loginUrl(stack, user),
      tls: { ca: CA },
      schema: service,
      role: `tocsin_${service}`,
      migrations: persistenceMigrations,
      entities: [],
    });

  beforeAll(async () => {
    const owner = new pg.Client({ connectionString: stack.databaseUrl });
    await owner.connect();
    const roles = new URL('../../../deploy/postgres/roles.sql', import.meta.url);
    // Twice: an operator may.
    for (const _ of [1, 2]) await owner.query(readFileSync(roles, 'utf8'));
    for (const service of ['fetcher', 'deduplicator', 'store']) {
      const user = `tocsin_${service}_login`;
      await owner.query(`ALTER ROLE ${user} PASSWORD '${user}-secret'`);
    }
    await owner.end();
  });

  it('lets a service boot, migrate and work without any right to create roles or schemas', async () => {
    const store = await openAs('tocsin_store_login', 'store');
    await store.query(`INSERT INTO position VALUES ('store', 't', 0, 7)`);
    expect(await store.query('SELECT * FROM position')).toHaveLength(1);
    const refused = [
      'CREATE SCHEMA more',
      'CREATE ROLE more',
      'CREATE TABLE public.more (x int)',
      'SET ROLE tocsin_fetcher',
      'SELECT * FROM pg_authid',
    ];
    for (const statement of refused) {
      await expect(store.query(statement)).rejects.toThrow(/permission denied/);
    }
    await store.destroy();
  });

  it('keeps it out of the others’ schemas, under their role or its own', async () => {
    const fetcher = await openAs('tocsin_fetcher_login', 'fetcher');
    await expect(fetcher.query('SELECT * FROM store.position')).rejects.toThrow(
      /permission denied for schema store/,
    );
    await fetcher.destroy();
    await expect(openAs('tocsin_fetcher_login', 'store')).rejects.toThrow(/permission denied/);
  });
});

describe('access lists', () => {
  const provision = () => runProvisioning(stack.kafkaBrokers);
  const as = (username: User) =>
    client({ ca: CA }, { mechanism: 'scram-sha-512', username, password: users[username] });
  const brokers: KafkaBroker[] = [];
  const brokerOf = (username: User) => {
    const broker = new KafkaBroker(as(username), silent);
    brokers.push(broker);
    return broker;
  };
  const publish = (username: User, topic: string) =>
    brokerOf(username).publish([
      { topic, key: Buffer.from('k'), value: Buffer.from('v'), headers: {} },
    ]);
  const firstRecord = async (username: User, group: string, topics: string[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    await brokerOf(username)
      .subscribe({
        group,
        topics,
        onAssigned: async () => undefined,
        onBatch: async ({ records, commit }) => {
          await commit((records.at(-1)?.offset ?? 0n) + 1n).catch(reject);
          resolve(String(records[0]?.value));
        },
      })
      .catch(reject);
    return promise;
  };
  const denied = { code: 'ERR_KAFKA_DENIED' };

  beforeAll(async () => {
    const first = await provision();
    expect(first).toContain('granted: User:tocsin-extractor may write topic incident-extracted');
  }, 180_000);
  afterAll(async () => {
    await Promise.all(brokers.map((broker) => broker.close()));
  });

  it('are complete after one run: the next has nothing to say', async () => {
    expect(await provision()).toBe('');
  });

  it('let every service boot and get ready as itself, and the command line see that', async () => {
    const line = await bootSecurely(stack);
    const { services, groups } = await line.status();
    expect(services.map(({ status }) => status)).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(new Set(groups.map(({ group }) => group))).toEqual(
      new Set(['extractor', 'deduplicator', 'store']),
    );
    await line.stop();
  }, 180_000);

  it('let services do their work: produce, consume in a group, commit', async () => {
    await publish('tocsin-extractor', 'incident-extracted');
    const topics = [
      'incident-extracted',
      ...retryTopicsOf('incident-extracted', 'deduplicator').map(({ name }) => name),
    ];
    expect(await firstRecord('tocsin-deduplicator', 'deduplicator', topics)).toBe('v');
    await publish('tocsin-deduplicator', 'incident-extracted-deduplicator-dlq');
    await publish('tocsin-deduplicator', 'incident-updated');
  });

  it('let operators see groups, read dead letters and send them to their retries', async () => {
    for (const user of ['tocsin-cli', 'tocsin-store'] as const) {
      const committed = await brokerOf(user).committed('deduplicator', 'incident-extracted');
      expect([...committed.values()].map(({ offset }) => offset)).toContain(1n);
      const group = `tocsin-log-reader-${user}`;
      const letters = ['incident-extracted-deduplicator-dlq'];
      expect(await firstRecord(user, group, letters)).toBe('v');
      await publish(user, 'incident-extracted-deduplicator-retry-10s');
    }
  });

  it('let the scaler see how far behind a group is, and read nothing', async () => {
    const scaler = brokerOf('tocsin-scaler');
    const committed = await scaler.committed('deduplicator', 'incident-extracted');
    expect(committed.size).toBeGreaterThan(0);
    const { partitions } = topics['incident-extracted'].broker;
    expect((await scaler.ranges('incident-extracted')).size).toBe(partitions);
    await expect(publish('tocsin-scaler', 'incident-extracted')).rejects.toMatchObject(denied);
  });

  it('let nobody else write', async () => {
    await expect(publish('tocsin-fetcher', 'incident-updated')).rejects.toMatchObject(denied);
    await expect(publish('tocsin-extractor', 'article-fetched')).rejects.toMatchObject(denied);
    await expect(publish('tocsin-cli', 'incident-updated')).rejects.toMatchObject(denied);
  });

  it('let a subscriber read what is public, in a group of its own, and write nothing', async () => {
    const topics = ['incident-updated'];
    expect(await firstRecord('analyst', 'subscriber-analyst', topics)).toBe('v');
    await expect(publish('analyst', 'incident-updated')).rejects.toMatchObject(denied);
    await expect(brokerOf('analyst').ranges('incident-revised')).rejects.toMatchObject(denied);
    // The client hides the broker's refusal of a group behind this sentence.
    await expect(brokerOf('analyst').committed('deduplicator', 'incident-updated')).rejects.toThrow(
      'Failed to find group coordinator',
    );
  });

  it('are taken back where the contracts no longer ask for them', async () => {
    const plan = {
      naming: withPrefix('elsewhere.'),
      principalOf: (service: string) => `User:tocsin-${service}`,
      subscribers: [],
    };
    const plain = { brokers: [stack.kafkaBrokers], clientId: 'spec' };
    const { withdrawn } = await applyAccess(plain, plan, silent);
    expect(withdrawn).toContain('User:tocsin-fetcher may write topic article-fetched');
    await expect(publish('tocsin-fetcher', 'article-fetched')).rejects.toMatchObject(denied);
  });

  it('can be had only of brokers that keep them', async () => {
    const output = await runProvisioning(String(process.env['KAFKA_BROKERS'])).catch(
      ({ code, stderr }) => ({ code, stderr }),
    );
    expect(output).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('ERR_KAFKA_NO_AUTHORIZER'),
    });
  });
});
