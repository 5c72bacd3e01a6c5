import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ContentDatabase } from './content-database.js';
import { createOwnDatabase, type OwnDatabase } from './testing/own-database.js';

let own: OwnDatabase;
let database: ContentDatabase;
beforeAll(async () => {
  own = await createOwnDatabase(
    `CREATE SCHEMA deduplicator;
     CREATE TABLE deduplicator.position (topic text, partition int, next_offset bigint);
     CREATE TABLE deduplicator.article (article_id text, syndication_id text);
     CREATE TABLE deduplicator.mention (mention_id text, incident_id text);
     CREATE TABLE deduplicator.incident (incident_id text PRIMARY KEY, packed bytea);
     INSERT INTO deduplicator.position VALUES ('incident-extracted', 3, 9007199254740993);
     INSERT INTO deduplicator.article VALUES ('b', 'g'), ('a', 'g'), ('c', 'c');
     INSERT INTO deduplicator.mention VALUES ('n', 'i'), ('m', 'i'), ('loose', NULL);
     INSERT INTO deduplicator.incident VALUES
       ('i', '{"incidentId": "i", "revision": 7, "supersedes": ["x"], "traceparent": null, "summary": "s",
               "place": null, "sources": [{"articleId": "a", "syndicationId": "g"}]}'),
       ('gone', '{"sources": []}');`,
  );
  database = new ContentDatabase(own.url);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

it('a deduplicator comes to its groups and values, whatever their ids and revisions and the order of fields', async () => {
  expect(await database.content()).toEqual({
    incidents: [
      { mentions: 'm n', values: '{"place":null,"sources":[{"articleId":"a"}],"summary":"s"}' },
    ],
    copies: ['a b', 'c'],
  });
});

it('it stands where it stands, to the last digit', async () => {
  expect([...(await database.positions())]).toEqual([
    ['incident-extracted/3', 9_007_199_254_740_993n],
  ]);
});
