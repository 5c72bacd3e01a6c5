import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { persistenceMigrations } from '../migrations/index.js';
import type { DatabaseSettings } from './data-source.js';
import { dropTestSchema } from './drop-test-schema.js';
import { openDatabase } from './open-database.js';

const url = process.env['DATABASE_URL'] ?? '';
const opened: DataSource[] = [];
const made: { schema: string; role?: string | undefined }[] = [];

function settingsOf(overrides: Partial<DatabaseSettings> = {}): DatabaseSettings {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const settings = {
    url,
    schema: name,
    role: `${name}_role`,
    migrations: persistenceMigrations,
    entities: [],
    poolSize: 2,
    ...overrides,
  };
  made.push(settings);
  return settings;
}

async function open(settings: DatabaseSettings): Promise<DataSource> {
  const database = await openDatabase(settings);
  opened.push(database);
  return database;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.destroy()));
  for (const { schema, role } of made.splice(0)) await dropTestSchema(url, schema, role);
});

describe('booting', () => {
  it('many replicas at once creates role, schema and tables once', async () => {
    const settings = settingsOf();
    const replicas = await Promise.all(Array.from({ length: 6 }, () => open(settings)));

    const [migrations] = await replicas[0]!.query('SELECT count(*)::int AS n FROM migration');
    expect(migrations.n).toBe(persistenceMigrations.length);
    const [shards] = await replicas[5]!.query('SELECT count(*)::int AS n FROM outbox_shard');
    expect(shards.n).toBe(16);
  });

  it('a second time changes nothing', async () => {
    const settings = settingsOf();
    await (await open(settings)).query(`INSERT INTO position VALUES ('g', 't', 0, 7)`);
    expect(await (await open(settings)).query('SELECT * FROM position')).toHaveLength(1);
  });

  it('says that the database is down when nobody listens', async () => {
    const settings = { ...settingsOf(), url: 'postgres://postgres@127.0.0.1:1/nothing_test' };
    await expect(openDatabase(settings)).rejects.toMatchObject({
      code: 'ERR_PERSISTENCE_DATABASE_DOWN',
    });
  });

  it('refuses a schema name that is not plain', async () => {
    await expect(openDatabase({ ...settingsOf(), schema: 'a"b' })).rejects.toMatchObject({
      code: 'ERR_PERSISTENCE_NAME',
    });
    made.pop();
  });
});

describe('a service in its schema', () => {
  it('works under its own role and finds its own tables', async () => {
    const settings = settingsOf();
    const database = await open(settings);
    const [session] = await database.query(
      'SELECT current_user AS role, current_schema() AS schema',
    );
    expect(session).toEqual({ role: settings.role, schema: settings.schema });
  });

  it("can't read another service's tables", async () => {
    const theirs = settingsOf();
    await open(theirs);
    const ours = await open(settingsOf());
    await expect(ours.query(`SELECT * FROM ${theirs.schema}.position`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it('has its statements cut off in time', async () => {
    const database = await open(settingsOf({ statementTimeoutMs: 50 }));
    await expect(database.query('SELECT pg_sleep(5)')).rejects.toThrow(/statement timeout/);
  });
});

describe('dropping a schema', () => {
  it('is refused outside databases that say they are for tests', async () => {
    await expect(dropTestSchema('postgres://db/production', 'store')).rejects.toMatchObject({
      code: 'ERR_PERSISTENCE_NOT_A_TEST_DATABASE',
    });
  });
});
