import { expect, it } from '@jest/globals';
import { openTestDatabase } from '@tocsin/testing';
import { reasonsText } from './link-reasons.js';
import { indexMigrations } from './migrations.js';
import { TabulateReasons1767225700008 } from './tabulate-reasons.migration.js';

it('taken back, what was tabulated is objects again, and what was not stays', async () => {
  const test = await openTestDatabase(process.env['DATABASE_URL'], indexMigrations);
  const links = [
    { bias: -3, type: 1.5 },
    { bias: -3, words: 2 },
  ];
  await test.db.query(
    `INSERT INTO mention_link (number, others, why) VALUES (1, '', $1), (2, '', $2)`,
    [reasonsText(links), JSON.stringify(links.slice(1))],
  );
  await test.migrate(TabulateReasons1767225700008, 'down');
  const rows = await test.db.query<{ why: string }>('SELECT why FROM mention_link ORDER BY number');
  expect(rows.map(({ why }) => JSON.parse(why))).toEqual([links, links.slice(1)]);
  await test.close();
});
