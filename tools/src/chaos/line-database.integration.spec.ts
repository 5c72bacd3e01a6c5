import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pack } from '@tocsin/persistence';
import { LineDatabase } from './line-database.js';
import { createOwnDatabase, type OwnDatabase } from './testing/own-database.js';
import { digestOf } from './topic-evidence.js';

/** The columns that the invariants rest on, as the services' migrations make them. */
const TABLES = `
  CREATE SCHEMA deduplicator; CREATE SCHEMA store;
  CREATE TABLE deduplicator.position
    (group_id text, topic text, partition int, next_offset bigint, unsettled bigint[]);
  CREATE TABLE store.position (LIKE deduplicator.position);
  CREATE TABLE deduplicator.outbox
    (id bigint, topic text, key bytea, packed bytea, headers jsonb, sent_at timestamptz);
  CREATE TABLE store.outbox (LIKE deduplicator.outbox);
  CREATE TABLE deduplicator.article (article_id text);
  CREATE TABLE store.article (article_id text, version bigint);
  CREATE TABLE deduplicator.incident (incident_id text, revision int);
  CREATE TABLE store.incident (incident_id text, place text, start_on date, end_on date,
    lifecycle text, snapshot jsonb);
  CREATE TABLE store.incident_revision (incident_id text, revision int, record jsonb);
  CREATE TABLE store.article_end (url_id text);
  CREATE TABLE store.article_state (url_id text, version bigint, ending text);
  CREATE TABLE store.change (kind text, key text, revision bigint);
`;
const LONG = Buffer.from('v'.repeat(5_000));
const ROWS = `
  INSERT INTO deduplicator.position VALUES ('deduplicator', 'incident-extracted', 3, 9, '{}');
  INSERT INTO store.position VALUES ('store', 'article-settled', 0, 9007199254740993, '{4,7}');
  INSERT INTO deduplicator.outbox VALUES
    (1, 't', 'k', '\\x${pack(LONG).toString('hex')}', '{"ce_id": "1"}', NULL), (2, 't', 'k', NULL, '{"ce_id": "2"}', now());
  INSERT INTO store.outbox VALUES (1, 't', 'k', 'v', '{}', NULL);
  INSERT INTO deduplicator.article VALUES ('a');
  INSERT INTO store.article VALUES ('a', 1795391445773);
  INSERT INTO deduplicator.incident VALUES ('i', 2);
  INSERT INTO store.incident VALUES
    ('i', 'Lima', '2020-01-06', NULL, 'active', '{"articleCount": 2}'),
    ('j', 'Lima', NULL, NULL, 'merged', '{}');
  INSERT INTO store.incident_revision VALUES
    ('i', 2, '{"linked": ["n"], "unlinked": ["m"]}'), ('i', 1, '{"linked": ["m"], "unlinked": []}');
  INSERT INTO store.article_end VALUES ('a'), ('a');
  INSERT INTO store.article_state VALUES ('a', 1795391445773, 'stored');
  INSERT INTO store.change VALUES ('article', 'a', 1795391445773);
`;

let own: OwnDatabase;
let database: LineDatabase;
beforeAll(async () => {
  own = await createOwnDatabase(TABLES + ROWS);
  database = new LineDatabase(own.url);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

describe('what the databases of a line tell', () => {
  it('is where the groups stand, to the last digit', async () => {
    expect([...(await database.positions())].sort()).toEqual([
      ['deduplicator/incident-extracted/3', { next: 9n, unsettled: 0 }],
      ['store/article-settled/0', { next: 9_007_199_254_740_993n, unsettled: 2 }],
    ]);
    expect(database.keepsPositions('store')).toBe(true);
    expect(database.keepsPositions('extractor')).toBe(false);
  });

  it('is what has ended and what is still on its way', async () => {
    expect(await database.endedUrls()).toBe(1);
    expect(await database.endedAmong(['a', 'never published'])).toBe(1);
    expect(await database.unsent()).toBe(2);
    const rows = await database.outboxRows();
    expect(rows.map(({ id, sent }) => [id, sent])).toEqual([
      ['1', false],
      ['2', true],
      [null, false],
    ]);
    expect(rows[0]?.digest).toBe(digestOf(Buffer.from('k'), LONG));
    expect(rows[1]?.digest).toBe(digestOf(Buffer.from('k'), null));
    expect(await database.states()).toEqual([
      { urlId: 'a', version: 1_795_391_445_773, end: 'stored' },
    ]);
  });

  it('is which articles there are, and what took effect', async () => {
    expect(await database.articleIds('deduplicator')).toEqual(['a']);
    expect(await database.articleIds('store')).toEqual(['a']);
    expect(await database.shownVersions()).toEqual([{ urlId: 'a', version: 1_795_391_445_773 }]);
    expect(await database.changes()).toEqual([
      { kind: 'article', key: 'a', revision: 1_795_391_445_773 },
    ]);
  });

  it('is the incidents that live, with all their revisions in order', async () => {
    expect(await database.liveIncidents()).toEqual([
      { incidentId: 'i', place: 'Lima', start: '2020-01-06', end: null, articleCount: 2 },
    ]);
    expect(await database.links()).toEqual([
      { incidentId: 'i', revision: 1, linked: ['m'], unlinked: [] },
      { incidentId: 'i', revision: 2, linked: ['n'], unlinked: ['m'] },
    ]);
    expect(await database.keptRevisions()).toHaveLength(2);
    expect(await database.newestRevisions()).toEqual([{ incidentId: 'i', revision: 2 }]);
  });
});
