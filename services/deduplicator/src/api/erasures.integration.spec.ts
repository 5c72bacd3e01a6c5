import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { contractCodec } from '@tocsin/messaging';
import { decode } from '@tocsin/contracts';
import { persistenceMigrations, unpack, writeOutbox } from '@tocsin/persistence';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { createDeduplicateArticlesHandler } from '../handlers/deduplicate-articles.handler.js';
import { indexMigrations } from '../index/migrations.js';
import { incidentIn } from '../index/packed-incidents.js';
import { mentionOf, messageOf, storyOf, townAt } from '../testing/messages.js';
import { Curations } from './curations.js';
import { Erasures } from './erasures.js';

const settings = { windowDays: 30 };
const deduplicate = createDeduplicateArticlesHandler(settings);
const now = () => Date.UTC(2022, 0, 9);
let test: TestDatabase;
let erasures: Erasures;

beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL'], [
    ...persistenceMigrations,
    ...indexMigrations,
  ]);
  erasures = new Erasures(test.database, settings, contractCodec, now);
});
afterAll(() => test.close());
beforeEach(() =>
  test.db.query(
    'TRUNCATE article, mention_cell, mention_link, incident, curation, crowd, erased_article, erased_source, outbox CASCADE',
  ),
);

/** A mention whose words name its article, so that one can look for them. */
const telling = (id: string, place = townAt('Aktau', 43.65, 51.15)) =>
  mentionOf('m', { where: place, summary: `Words of ${id} alone.` });
const article = (id: string, version = 1, mention = telling(id)) =>
  test.transact((context) =>
    deduplicate([messageOf(id, { text: storyOf(id), version, mentions: [mention] })], context),
  );
const incidents = async () =>
  (await test.db.query<{ packed: Buffer }>('SELECT packed FROM incident')).map(({ packed }) =>
    incidentIn(packed),
  );
const sent = async () =>
  (
    await test.db.query<{ topic: string; packed: Buffer }>(
      'SELECT topic, packed FROM outbox ORDER BY id',
    )
  ).map(({ topic, packed }) => ({ topic, text: unpack(packed).toString('utf8') }));

/** A row that was sent and stays for a day. */
const sentBefore = (topic: string, key: string, words: string) =>
  test.transact(async ({ tx }) => {
    await writeOutbox(tx, [{ topic, key, value: Buffer.from(words), headers: {} }]);
    await tx.query('UPDATE outbox SET sent_at = now()');
  });

/** Every table that could hold words, as text. */
async function everything(): Promise<string> {
  const tables = [
    'article',
    'article_signature',
    'mention',
    'incident',
    'curation',
    'mention_link',
  ];
  const texts = [];
  for (const table of tables)
    texts.push(JSON.stringify(await test.db.query(`SELECT * FROM ${table}`), bigintless));
  texts.push(JSON.stringify(await incidents()));
  return texts.join('\n');
}
const bigintless = (_: string, value: unknown) =>
  typeof value === 'bigint' ? String(value) : value;

describe('an article that is erased', () => {
  it('leaves an incident that others tell of, which is told anew without its words', async () => {
    await article('one');
    await article('two');
    const [before] = await incidents();
    expect(before?.articleCount).toBe(2);
    const cleansed = await erasures.erase(['one']);
    const [after] = (await incidents()).filter(({ lifecycle }) => lifecycle === 'active');
    expect(after).toMatchObject({ incidentId: before?.incidentId, articleCount: 1 });
    expect(cleansed).toEqual([{ incidentId: after?.incidentId, revision: after?.revision }]);
    expect(await everything()).not.toContain('Words of one');
    expect(await everything()).not.toContain('Title of one');
    expect(await everything()).toContain('Words of two');
    for (const { text } of await sent()) expect(text).not.toContain('Words of one');
  });

  it('takes back an incident that it alone told of, and leaves nothing that it said', async () => {
    await article('one');
    const [before] = await incidents();
    await sentBefore('incident-updated', before?.incidentId as string, 'Words of one');
    const [cleansed] = await erasures.erase(['one']);
    const [after] = await incidents();
    expect(after).toMatchObject({
      incidentId: before?.incidentId,
      lifecycle: 'retracted',
      retraction: { reason: 'the articles that told of it were erased' },
      summary: '',
      sources: [],
      where: { place: 'Aktau' },
    });
    expect(cleansed?.revision).toBe(after?.revision);
    const records = await sent();
    expect(records.map(({ topic }) => topic)).toEqual(['incident-revised', 'incident-updated']);
    for (const { topic, text } of records) {
      expect(() => decode(topic as 'incident-revised', '1', Buffer.from(text))).not.toThrow();
      expect(text).not.toContain('Words of one');
    }
    expect(await everything()).not.toContain('Words of one');
  });

  it('never comes back, neither by a newer version nor by one that was on its way', async () => {
    await article('one');
    await erasures.erase(['one', 'never-seen']);
    for (const id of ['one', 'never-seen']) {
      const [outcome] = await article(id, 9);
      expect(outcome).toMatchObject({ kind: 'drop', code: 'ERR_DEDUPLICATOR_ERASED' });
    }
    expect(await everything()).not.toContain('Words of');
  });

  it('of a source that is erased is refused with all that come of it and of what lies below', async () => {
    await article('one');
    await erasures.erase([], 'example');
    const [outcome] = await article('two');
    expect(outcome).toMatchObject({ kind: 'drop', code: 'ERR_DEDUPLICATOR_ERASED' });
    await erasures.erase(['one'], 'example');
    expect(await everything()).not.toContain('Words of');
  });

  it('that is erased again changes nothing', async () => {
    await article('one');
    await erasures.erase(['one']);
    const before = await sent();
    expect(await erasures.erase(['one'])).toEqual([]);
    expect(await sent()).toEqual(before);
  });

  it("leaves the analysts' commands that were about it, but not in its words", async () => {
    await article('one');
    await article('far', 1, telling('far', townAt('Almaty', 43.25, 76.95)));
    const [one, far] = await incidents();
    const curations = new Curations(test.database, contractCodec, now);
    const { command } = await curations.give({
      action: 'merge',
      incidentId: one?.incidentId ?? '',
      otherIncidentIds: [far?.incidentId ?? ''],
      reason: 'one night',
      by: 'ana',
    });
    const [given] = (await sent()).filter(({ topic }) => topic === 'incident-curated');
    await test.db.query('INSERT INTO curation (command_id, record) VALUES ($1, $2)', [
      command.commandId,
      given?.text,
    ]);
    await test.db.query(`INSERT INTO curation_article SELECT unnest(ARRAY['one', 'far']), $1`, [
      command.commandId,
    ]);
    expect(await everything()).toContain('Words of one');
    await erasures.erase(['one']);
    const left = await everything();
    expect(left).not.toContain('Words of one');
    expect(left).toContain('one night');
    expect(left).toContain('Words of far');
  });
});
