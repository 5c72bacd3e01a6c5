import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { indexMigrations } from './migrations.js';
import { PackLinks1767225700007 } from './pack-links.migration.js';
import { forEachLink } from './packed-links.js';

function linksIn(packed: Buffer) {
  const links: { number: number; score: number }[] = [];
  forEachLink(packed, (number, score) => links.push({ number, score }));
  return links;
}

let test: TestDatabase;
beforeEach(async () => {
  const before = indexMigrations.slice(0, indexMigrations.indexOf(PackLinks1767225700007));
  test = await openTestDatabase(process.env['DATABASE_URL'], before);
  await test.db.query(`
    INSERT INTO article (article_id, version, content_hash, day, syndication_id, source, fetched_at)
      VALUES ('one', 1, '', 0, 'one', '{}', '');
    INSERT INTO mention (mention_id, article_id, payload)
      SELECT name, 'one', '{}' FROM unnest('{a,b,c,d,e,f}'::text[]) AS name;
    INSERT INTO mention_cell (cell, mention_id) VALUES ('at 1', 'a'), ('at 1', 'b'), ('at 2', 'b');
    -- A chain of three, a doubtful link that connects nothing, and two that an analyst put together.
    INSERT INTO mention_link VALUES
      ('a', 'b', 1.5, '{"type": 1}'), ('b', 'a', 1.5, NULL),
      ('c', 'b', 0, '{"type": 2}'), ('b', 'c', 0, NULL),
      ('c', 'd', -0.5, '{"type": 3}'), ('d', 'c', -0.5, NULL);
    INSERT INTO mention_verdict VALUES ('e', 'f', 'together'), ('f', 'e', 'together')`);
});
afterEach(() => test.close());

const migrate = (way: 'up' | 'down') => test.migrate(PackLinks1767225700007, way);

it('what was linked before is connected, linked and filed after, and again as it was when taken back', async () => {
  const links = () =>
    test.db.query('SELECT mention_id, other_id, score FROM mention_link ORDER BY 1, 2');
  const former = await links();
  await migrate('up');
  const mentions = await test.db.query<{ id: string; number: string; component: string }>(
    'SELECT mention_id AS id, number, component FROM mention ORDER BY number',
  );
  const numberOf = new Map(mentions.map(({ id, number }) => [id, Number(number)]));
  const componentOf = new Map(mentions.map(({ id, component }) => [id, component]));
  expect(componentOf.get('b')).toBe(componentOf.get('a'));
  expect(componentOf.get('c')).toBe(componentOf.get('a'));
  expect(componentOf.get('f')).toBe(componentOf.get('e'));
  expect(new Set(componentOf.values()).size).toBe(3);

  const packed = await test.db.query<{ others: Buffer; why: string }>(
    'SELECT others, why FROM mention_link ORDER BY number',
  );
  expect(packed.map(({ others, why }) => [linksIn(others), JSON.parse(why)])).toEqual([
    [[{ number: numberOf.get('a'), score: 1.5 }], [{ type: 1 }]],
    [[{ number: numberOf.get('b'), score: 0 }], [{ type: 2 }]],
    [[{ number: numberOf.get('c'), score: -0.5 }], [{ type: 3 }]],
  ]);
  const filed = await test.db.query(
    `SELECT number FROM mention_cell WHERE cell = hashtextextended('at 1', 0) ORDER BY number`,
  );
  expect(filed).toHaveLength(2);

  await migrate('down');
  expect(await links()).toEqual(former);
});
