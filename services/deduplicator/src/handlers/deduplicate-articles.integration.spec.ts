import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encode, type Incident, type IncidentExtracted, type TopicName } from '@tocsin/contracts';
import { incidentIn } from '../index/packed-incidents.js';
import type { Message } from '@tocsin/messaging';
import { createDeduplicateArticlesHandler } from './deduplicate-articles.handler.js';
import { openTestIndex, outputsIn, type TestIndex } from '../testing/instance.js';
import { mentionOf, messageOf, storyOf, townAt } from '../testing/messages.js';

let handler: ReturnType<typeof createDeduplicateArticlesHandler>;
let index: TestIndex;

beforeAll(async () => {
  index = await openTestIndex(process.env['DATABASE_URL']);
});
beforeEach(async () => {
  // What it remembers of mentions would outlive the tables.
  handler = createDeduplicateArticlesHandler({ windowDays: 14 });
  await index.clear();
});
afterAll(() => index.close());

const handle = async (...messages: Message<IncidentExtracted>[]) => index.handle(handler, messages);

async function liveIncidents(): Promise<Incident[]> {
  const rows = await index.query<{ packed: Buffer }>(
    `SELECT packed FROM incident WHERE lifecycle = 'active' ORDER BY incident_id`,
  );
  return rows.map(({ packed }) => incidentIn(packed));
}

const text = storyOf('word');
const attack = mentionOf('a');

describe('one article', () => {
  it('is an original and founds its incident', async () => {
    const outputs = outputsIn(await handle(messageOf('one', { text, mentions: [attack] })));
    expect(outputs.map(({ topic }) => topic)).toEqual([
      'article-deduplicated',
      'incident-revised',
      'incident-updated',
    ]);
    expect(outputs[0]?.value).toMatchObject({ reason: 'original', syndicationId: 'one' });
    expect(outputs[1]?.value).toMatchObject({ change: 'created', linked: ['one-1-a'] });
    expect(outputs[2]).toMatchObject({
      headers: { type: 'Violent demonstration', country: 'KAZ', change: 'created', revision: '1' },
      value: { evidence: 'candidate', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
    });
  });

  it('gives only values that the contracts take', async () => {
    const outputs = outputsIn(await handle(messageOf('one', { text, mentions: [attack] })));
    for (const { topic, value } of outputs) {
      expect(() => encode(topic as TopicName, value as never)).not.toThrow();
    }
  });

  it('founds nothing with background, with what did not happen, and with a running total', async () => {
    await handle(
      messageOf('one', {
        text,
        mentions: [
          mentionOf('a', { background: true }),
          mentionOf('b', { realis: 'threatened' }),
          mentionOf('c', {
            kind: 'aggregate',
            aggregate: { scope: 'Kazakhstan', asOf: null, includes: [] },
          }),
        ],
      }),
    );
    expect(await liveIncidents()).toEqual([]);
  });

  it('keeps two incidents of one town apart', async () => {
    await handle(messageOf('one', { text, mentions: [attack, mentionOf('b')] }));
    expect(await liveIncidents()).toHaveLength(2);
  });

  it('survives characters that the database refuses', async () => {
    const hostile = mentionOf('a', { summary: 'nul \0 and lone \ud800 surrogate' });
    await handle(messageOf('one', { text, mentions: [hostile] }));
    expect(await liveIncidents()).toHaveLength(1);
  });
});

describe('two articles', () => {
  it('of their own words corroborate each other', async () => {
    await handle(messageOf('one', { text, mentions: [attack] }));
    const outputs = outputsIn(
      await handle(messageOf('two', { text: storyOf('other'), mentions: [mentionOf('x')] })),
    );
    expect(outputs[1]?.value).toMatchObject({ change: 'updated', linked: ['two-1-x'] });
    const [incident] = await liveIncidents();
    expect(incident).toMatchObject({
      evidence: 'corroborated',
      revision: 2,
      articleCount: 2,
      independentSourceCount: 2,
    });
  });

  it('of the same words are one source', async () => {
    await handle(messageOf('one', { text, mentions: [attack] }));
    const later = { publishedAt: '2022-01-06T12:30:00Z', mentions: [attack] };
    const outputs = outputsIn(await handle(messageOf('two', { text: `${text} more`, ...later })));
    expect(outputs[0]?.value).toMatchObject({
      reason: 'near-copy',
      syndicationId: 'one',
      nearestArticleId: 'one',
    });
    expect(await liveIncidents()).toMatchObject([
      { evidence: 'candidate', articleCount: 2, independentSourceCount: 1 },
    ]);
  });

  it('about two towns make two incidents', async () => {
    const elsewhere = mentionOf('a', { where: townAt('Aktau', 43.65, 51.15) });
    await handle(messageOf('one', { text, mentions: [attack] }));
    await handle(messageOf('two', { text: storyOf('other'), mentions: [elsewhere] }));
    expect(await liveIncidents()).toHaveLength(2);
  });

  it('in one batch give one revision', async () => {
    const outputs = outputsIn(
      await handle(
        messageOf('one', { text, mentions: [attack] }),
        messageOf('two', { text: storyOf('other'), mentions: [attack] }),
      ),
    );
    expect(outputs.filter(({ topic }) => topic === 'incident-updated')).toHaveLength(1);
  });
});

describe('a version', () => {
  it('that comes again changes nothing', async () => {
    const message = messageOf('one', { text, mentions: [attack] });
    await handle(message);
    const before = await liveIncidents();
    const [outcome] = await handle(message);
    expect(outcome).toMatchObject({ kind: 'drop', code: 'ERR_DEDUPLICATOR_REPEATED_VERSION' });
    expect(await liveIncidents()).toEqual(before);
  });

  it('that is older than the known one is ignored', async () => {
    await handle(messageOf('one', { text, version: 2, mentions: [attack] }));
    const outcomes = await handle(messageOf('one', { text: storyOf('old'), version: 1 }));
    expect(outcomes[0]).toMatchObject({ kind: 'drop', code: 'ERR_DEDUPLICATOR_STALE_VERSION' });
    expect(outputsIn(outcomes)).toMatchObject([
      { topic: 'article-settled', value: { version: 1 } },
    ]);
    expect(await liveIncidents()).toHaveLength(1);
  });

  it('with equal content changes nothing', async () => {
    await handle(messageOf('one', { text, mentions: [attack] }));
    const outcomes = await handle(messageOf('one', { text, version: 2, mentions: [attack] }));
    expect(outcomes[0]).toMatchObject({ kind: 'drop', code: 'ERR_DEDUPLICATOR_UNCHANGED' });
    expect(outputsIn(outcomes)).toMatchObject([
      { topic: 'article-settled', value: { version: 2 } },
    ]);
  });

  it('that is overtaken in its own batch comes to an end, the newer one takes effect', async () => {
    const outcomes = await handle(
      messageOf('one', { text, mentions: [attack] }),
      messageOf('one', { text: storyOf('new'), version: 2, mentions: [attack] }),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['drop', 'ok']);
    const ends = outputsIn(outcomes).filter(({ topic }) => topic === 'article-settled');
    expect(ends).toMatchObject([{ key: 'one', value: { version: 1, end: 'rejected' } }]);
    expect(await liveIncidents()).toHaveLength(1);
  });

  it('that is newer replaces the mentions and keeps the incident', async () => {
    await handle(messageOf('one', { text, mentions: [attack] }));
    const [before] = await liveIncidents();
    const rising = mentionOf('a', {
      casualties: {
        ...attack.casualties,
        killed: { low: 5, best: 5, high: 5, basis: 'stated', claims: [0] },
      },
    });
    const outputs = outputsIn(
      await handle(messageOf('one', { text: storyOf('new'), version: 2, mentions: [rising] })),
    );
    expect(outputs[0]?.value).toMatchObject({ reason: 'new-version', version: 2 });
    expect(await liveIncidents()).toMatchObject([
      { incidentId: before?.incidentId, revision: 2, casualties: { killed: { best: 5 } } },
    ]);
  });

  it('that tells of nothing any more retracts what only it told', async () => {
    await handle(messageOf('one', { text, mentions: [attack] }));
    const outputs = outputsIn(await handle(messageOf('one', { text: storyOf('new'), version: 2 })));
    expect(outputs[1]?.value).toMatchObject({
      change: 'retracted',
      incident: { lifecycle: 'retracted', revision: 2 },
    });
    expect(await liveIncidents()).toEqual([]);
  });
});

describe('simultaneous articles', () => {
  it.each([2, 5])('on %i instances found one group and one incident', async (instances) => {
    for (let round = 0; round < 5; round += 1) {
      await index.clear();
      const copies = Array.from({ length: instances }, (_, i) =>
        handle(messageOf(`copy${i}`, { text: `${text} tail${i}`, mentions: [attack] })),
      );
      const own = Array.from({ length: instances }, (_, i) =>
        handle(messageOf(`own${i}`, { text: storyOf(`own${i}x`), mentions: [attack] })),
      );
      await Promise.all([...copies, ...own]);
      const groups = await index.query<{ n: string }>(
        `SELECT count(DISTINCT syndication_id) AS n FROM article WHERE article_id LIKE 'copy%'`,
      );
      expect(groups).toEqual([{ n: '1' }]);
      expect(await liveIncidents()).toMatchObject([
        { articleCount: 2 * instances, independentSourceCount: instances + 1 },
      ]);
      const all = await index.query('SELECT 1 FROM incident');
      expect(all).toHaveLength(1);
    }
  });
});
