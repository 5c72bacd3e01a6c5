import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IncidentCurated, IncidentExtracted } from '@tocsin/contracts';
import fc from 'fast-check';
import type { Message } from '@tocsin/messaging';
import { commandOf, subjectOf } from '../testing/curation.js';
import { finalState } from '../testing/final-state.js';
import { openTestIndex, outputsIn, type TestIndex } from '../testing/instance.js';
import { mentionOf, messageOf, storyOf, townAt } from '../testing/messages.js';
import { curateIncidents } from './curate-incidents.handler.js';
import { createDeduplicateArticlesHandler } from './deduplicate-articles.handler.js';

const handler = createDeduplicateArticlesHandler({ windowDays: 30 });
let index: TestIndex;

beforeAll(async () => {
  index = await openTestIndex(process.env['DATABASE_URL']);
});
beforeEach(() => index.clear());
afterAll(() => index.close());

const riot = mentionOf('m');
const aktau = mentionOf('m', { where: townAt('Aktau', 43.65, 51.15) });
const article = (id: string, mention = riot, extractor = '1') => {
  const message = messageOf(id, { text: storyOf(id), mentions: [mention] });
  const { payload } = message;
  const mentions = payload.mentions.map((each) => ({
    ...each,
    mentionId: extractor === '1' ? each.mentionId : `${each.mentionId}-by-${extractor}`,
  }));
  // As by a reprocessing: the same text, fetched anew, read by another extractor.
  return {
    ...message,
    payload: { ...payload, version: Number(extractor), extractorVersion: extractor, mentions },
  };
};

const merge = commandOf({
  commandId: 'c1',
  action: 'merge',
  incidentId: 'first',
  otherIncidentIds: ['second'],
  subjects: [subjectOf('first', { a: riot }), subjectOf('second', { b: aktau })],
});
const split = commandOf({
  commandId: 'c2',
  action: 'split',
  incidentId: 'whole',
  mentionIds: ['d-1-m'],
  subjects: [subjectOf('whole', { c: riot, d: riot })],
});
const retract = commandOf({
  commandId: 'c3',
  incidentId: 'false',
  subjects: [subjectOf('false', { e: mentionOf('m', { where: townAt('Oral', 51.2, 51.4) }) })],
});

const groups = async () => (await finalState(index)).incidents.map(({ articles }) => articles);

async function play(messages: readonly Message<IncidentExtracted | IncidentCurated>[]) {
  for (const message of messages) await handle(message);
}
const handle = (message: Message<IncidentExtracted | IncidentCurated>) =>
  'commandId' in message.payload
    ? index.handle(curateIncidents, [message as Message<IncidentCurated>])
    : index.handle(handler, [message as Message<IncidentExtracted>]);

describe('an analyst’s command', () => {
  it('waits for its articles when it comes first', async () => {
    expect(outputsIn(await handle(merge))).toEqual([]);
    await play([article('a'), article('b', aktau)]);
    expect(await groups()).toEqual(['a b']);
  });

  it('takes effect once, however often it comes', async () => {
    await play([article('a'), article('b', aktau), merge]);
    expect(await handle(merge)).toMatchObject([
      { kind: 'drop', code: 'ERR_DEDUPLICATOR_REPEATED_COMMAND' },
    ]);
  });

  it('holds when a new extractor replaces the mentions that it named', async () => {
    await play([article('a'), article('b', aktau), merge]);
    await play([article('a', riot, '2'), article('b', aktau, '2')]);
    expect(await groups()).toEqual(['a b']);
    await play([
      article('c'),
      article('d'),
      split,
      article('d', riot, '2'),
      article('c', riot, '2'),
    ]);
    expect(await groups()).toEqual(['a b c', 'd']);
  });

  it('that retracts holds for what tells the same anew', async () => {
    const oral = mentionOf('m', { where: townAt('Oral', 51.2, 51.4) });
    await play([retract, article('e', oral), article('e', oral, '2')]);
    expect((await finalState(index)).incidents).toMatchObject([
      { lifecycle: 'retracted', retraction: { reason: 'the analyst knows' } },
    ]);
  });

  it('is lifted from a mention whose article tells of something else now', async () => {
    const other = mentionOf('m', {
      where: townAt('Oral', 51.2, 51.4),
      summary: 'A ferry sank in the delta with forty aboard.',
      what: { ...riot.what, acledEventType: null, acledSubEventType: null, hazardType: 'x' },
      when: { ...riot.when, start: '2022-01-01', end: '2022-01-01' },
    });
    await play([article('a'), article('b', aktau), merge, article('b', other, '2')]);
    expect(await groups()).toEqual(['a', 'b']);
  });
});

it('every order of articles, versions and commands gives the same final state', async () => {
  const oral = mentionOf('m', { where: townAt('Oral', 51.2, 51.4) });
  const all = [
    article('a'),
    article('b', aktau),
    article('b', aktau, '2'),
    article('c'),
    article('d'),
    article('d', riot, '2'),
    article('e', oral),
    merge,
    split,
    retract,
  ];
  await play(all);
  const expected = await finalState(index);
  expect(expected.incidents.filter(({ lifecycle }) => lifecycle === 'retracted')).toHaveLength(1);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (order) => {
      await index.clear();
      await play(order);
      expect(await finalState(index)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
}, 120_000);
