import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { unpack } from '../database/packed.js';
import { inTransaction } from '../transaction/in-transaction.js';
import { writeOutbox } from './outbox-writer.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL']);
});
afterAll(() => test.close());

describe('what is written to the outbox', () => {
  it('stands there byte by byte, packed, and in its order: all bytes, none, and a tombstone', async () => {
    const values = [
      Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
      Buffer.alloc(0),
      null,
      Buffer.from('"quoted", {braced} and \\escaped\u0000'),
      Buffer.alloc(300_000, 'x'),
    ];
    const records = values.map((value, n) => ({
      topic: `topic-${n}`,
      key: n % 2 === 0 ? `key-${n}` : Buffer.from([0, 255, n]),
      value,
      headers: { n: String(n) },
    }));
    await inTransaction(test.database, (tx) => writeOutbox(tx, records));
    const rows = await test.database.query<{ topic: string; key: Buffer; packed: Buffer | null }[]>(
      'SELECT topic, key, packed FROM outbox ORDER BY id',
    );
    expect(rows.map(({ topic }) => topic)).toEqual(records.map(({ topic }) => topic));
    expect(rows.map(({ key }) => key)).toEqual(records.map(({ key }) => Buffer.from(key)));
    const written = rows.map(({ packed }) => packed && unpack(packed));
    for (const [n, value] of values.entries())
      expect(value === null ? written[n] : written[n]?.equals(value)).toBe(
        value === null ? null : true,
      );
    expect(rows.at(-1)?.packed?.length).toBeLessThan(300);
  });
});
