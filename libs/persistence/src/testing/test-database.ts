import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { DatabaseSettings } from '../database/data-source.js';
import { dropTestSchema } from '../database/drop-test-schema.js';
import { openDatabase } from '../database/open-database.js';
import { persistenceMigrations } from '../migrations/index.js';

export interface TestDatabase {
  readonly database: DataSource;
  readonly settings: DatabaseSettings;
  close(): Promise<void>;
}

/** A schema of its own for one spec, with the position and outbox tables; `close` drops it. */
export async function openTestDatabase(url: string | undefined): Promise<TestDatabase> {
  if (!url) throw new Error('DATABASE_URL must name a test database.');
  const schema = `spec_${randomBytes(6).toString('hex')}`;
  const settings = { url, schema, migrations: persistenceMigrations, entities: [], poolSize: 6 };
  const database = await openDatabase(settings);
  return {
    database,
    settings,
    async close() {
      await database.destroy();
      await dropTestSchema(url, schema);
    },
  };
}
