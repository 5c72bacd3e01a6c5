import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TransientError } from '@tocsin/messaging';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createDataSource } from './data-source.js';
import { pooled } from './queryable.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' | 'major' }) => void;

const database = createDataSource({
  url: process.env['DATABASE_URL'] ?? '',
  schema: 'public',
  migrations: [],
  entities: [],
  poolSize: 1,
});
const db = pooled(database);
beforeAll(async () => {
  await database.initialize();
});
afterAll(() => database.destroy());

describe('a queryable', () => {
  it('gives the rows of whatever statement, and nothing where there are none', async () => {
    await db.query('CREATE TEMP TABLE spoken (word text)');
    const insert = `INSERT INTO spoken VALUES ($1), ('b') RETURNING word`;
    expect(await db.query(insert, ['a'])).toEqual([{ word: 'a' }, { word: 'b' }]);
    expect(await db.query(`UPDATE spoken SET word = 'c' WHERE word = $1`, ['b'])).toEqual([]);
    expect(await db.query('SELECT 1; SELECT 2')).toEqual([]);
    expect(await db.query('SELECT word FROM spoken ORDER BY 1')).toEqual([
      { word: 'a' },
      { word: 'c' },
    ]);
  });

  it('throws what an error means, and goes on after it', async () => {
    await expect(db.query(`SELECT 1 / $1::int`, [0])).rejects.toThrow('division by zero');
    const timeout = `SET LOCAL statement_timeout = 20; SELECT pg_sleep(5)`;
    await expect(db.query(timeout)).rejects.toBeInstanceOf(TransientError);
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('holds no answer longer than who asked for it', async () => {
    const page = 100_000;
    const read = () =>
      db.query(`SELECT repeat(chr(64 + n % 32), ${page / 20}) FROM generate_series(1, 20) AS n`);
    await read();
    collect({ type: 'major' });
    const before = getHeapStatistics().used_heap_size;
    const times = 100;
    for (let n = 0; n < times; n += 1) {
      await read();
      collect({ type: 'minor' });
    }
    expect(getHeapStatistics().used_heap_size - before).toBeLessThan((times * page) / 2);
  });
});
