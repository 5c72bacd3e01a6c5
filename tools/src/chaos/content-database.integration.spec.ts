import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { ensureDatabase } from '../stack/postgres/probe.js';
import { ContentDatabase } from './content-database.js';

const server = process.env['DATABASE_URL'] ?? '';
const name = `content_test_${randomBytes(6).toString('hex')}`;
const urlOf = (database: string) =>
  Object.assign(new URL(server), { pathname: `/${database}` }).href;

async function run(database: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let database: ContentDatabase;
beforeAll(async () => {
  await ensureDatabase(server, name);
  await run(
    name,
    `CREATE SCHEMA deduplicator;
     CREATE TABLE deduplicator.position (topic text, partition int, next_offset bigint);
     CREATE TABLE deduplicator.article (article_id text, syndication_id text);
     CREATE TABLE deduplicator.mention (mention_id text, incident_id text);
     CREATE TABLE deduplicator.incident (incident_id text PRIMARY KEY, snapshot jsonb);
     INSERT INTO deduplicator.position VALUES ('incident-extracted', 3, 9007199254740993);
     INSERT INTO deduplicator.article VALUES ('b', 'g'), ('a', 'g'), ('c', 'c');
     INSERT INTO deduplicator.mention VALUES ('n', 'i'), ('m', 'i'), ('loose', NULL);
     INSERT INTO deduplicator.incident VALUES
       ('i', '{"incidentId": "i", "revision": 7, "supersedes": ["x"], "traceparent": null, "summary": "s",
               "sources": [{"articleId": "a", "syndicationId": "g"}]}'),
       ('gone', '{"sources": []}');`,
  );
  database = new ContentDatabase(urlOf(name));
});
afterAll(async () => {
  await database.close();
  await run('postgres', `DROP DATABASE ${name}`);
});

it('a deduplicator comes to its groups and values, whatever their ids and revisions', async () => {
  expect(await database.content()).toEqual({
    incidents: [{ mentions: 'm n', values: '{"summary":"s","sources":[{"articleId":"a"}]}' }],
    copies: ['a b', 'c'],
  });
});

it('it stands where it stands, to the last digit', async () => {
  expect([...(await database.positions())]).toEqual([
    ['incident-extracted/3', 9_007_199_254_740_993n],
  ]);
});
