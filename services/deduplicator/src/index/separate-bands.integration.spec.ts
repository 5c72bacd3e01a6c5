import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { indexMigrations } from './migrations.js';
import { SeparateBands1767225700010 } from './separate-bands.migration.js';
import { bandsOf, expireSpans, openSpans } from './spans.js';

const WINDOW_DAYS = 14;
let test: TestDatabase;
beforeEach(async () => {
  const before = indexMigrations.slice(0, indexMigrations.indexOf(SeparateBands1767225700010));
  test = await openTestDatabase(process.env['DATABASE_URL'], before);
  await test.db.query(`
    INSERT INTO copy_span VALUES (4), (5);
    CREATE TABLE article_band_4 PARTITION OF article_band FOR VALUES IN (4);
    CREATE TABLE article_band_5 PARTITION OF article_band FOR VALUES IN (5);
    CREATE TABLE article_signature_4 PARTITION OF article_signature FOR VALUES IN (4);
    CREATE TABLE article_signature_5 PARTITION OF article_signature FOR VALUES IN (5);
    INSERT INTO article_band (span, band, position) VALUES (4, -7, 1), (4, 8, 1), (5, -7, 2)`);
});
afterEach(() => test.close());

const migrate = (way: 'up' | 'down') => test.migrate(SeparateBands1767225700010, way);
const inSpan = (span: number) =>
  test.db.query(`SELECT band, position FROM ${bandsOf(span)} ORDER BY 1, 2`);

it('buckets of before are read, written and dropped with those that come, and lie together again when taken back', async () => {
  await migrate('up');
  expect(await inSpan(4)).toEqual([
    { band: '-7', position: '1' },
    { band: '8', position: '1' },
  ]);
  await test.db.query(
    `INSERT INTO ${bandsOf(5)} (band, position) VALUES (9, 3), (-7, 2) ON CONFLICT DO NOTHING`,
  );
  await test.transact(({ tx }) => openSpans(tx, [6], WINDOW_DAYS));
  await test.db.query(`INSERT INTO ${bandsOf(6)} (band, position) VALUES (9, 4)`);

  await migrate('down');
  expect(
    await test.db.query('SELECT span, band, position FROM article_band ORDER BY 1, 2, 3'),
  ).toEqual([
    { span: 4, band: '-7', position: '1' },
    { span: 4, band: '8', position: '1' },
    { span: 5, band: '-7', position: '2' },
    { span: 5, band: '9', position: '3' },
    { span: 6, band: '9', position: '4' },
  ]);

  await migrate('up');
  await test.transact(({ tx }) => openSpans(tx, [40], WINDOW_DAYS));
  expect(await test.transact(({ tx }) => expireSpans(tx, WINDOW_DAYS))).toEqual([4, 5, 6]);
  await expect(inSpan(4)).rejects.toThrow('article_band_4');
});
