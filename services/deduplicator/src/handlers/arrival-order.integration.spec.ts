import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { IncidentExtracted } from '@tocsin/contracts';
import fc from 'fast-check';
import type { Message } from '@tocsin/messaging';
import { finalState } from '../testing/final-state.js';
import { openTestIndex, type TestIndex } from '../testing/instance.js';
import { mentionOf, messageOf, storyOf, townAt } from '../testing/messages.js';
import { createDeduplicateArticlesHandler } from './deduplicate-articles.handler.js';

const handler = createDeduplicateArticlesHandler({ windowDays: 14 });
let index: TestIndex;

beforeAll(async () => {
  index = await openTestIndex(process.env['DATABASE_URL']);
});
afterAll(() => index.close());

const agency = storyOf('agency', 400);
const { where, when } = mentionOf('');
const vague = {
  ...where,
  place: null,
  latitude: null,
  longitude: null,
  geonameId: null,
  geoPrecision: 3,
};
const killed = (best: number) => ({
  ...mentionOf('').casualties,
  killed: { low: best, best, high: best, basis: 'stated' as const, claims: [0] },
});

/** Copies and a bridge between two copies, two towns, a vague report, a denial, versions, a correction to nothing. */
const messages: Message<IncidentExtracted>[] = [
  messageOf('a', { text: storyOf('agency', 240), mentions: [mentionOf('1')] }),
  messageOf('b', { text: agency.split(' ').slice(160).join(' '), mentions: [mentionOf('1')] }),
  messageOf('c', {
    text: agency,
    publishedAt: '2022-01-06T09:00:00Z',
    mentions: [mentionOf('1', { casualties: killed(3) })],
  }),
  messageOf('d', {
    text: storyOf('d'),
    mentions: [mentionOf('1', { where: townAt('Aktau', 43.65, 51.15) }), mentionOf('2')],
  }),
  messageOf('e', { text: storyOf('e'), mentions: [mentionOf('1', { where: vague })] }),
  messageOf('f', { text: storyOf('f'), mentions: [mentionOf('1', { realis: 'negated' })] }),
  messageOf('g', { text: storyOf('g'), mentions: [mentionOf('1')] }),
  messageOf('g', { text: storyOf('g2'), version: 2, mentions: [] }),
  messageOf('h', { text: storyOf('h'), version: 1, mentions: [mentionOf('1')] }),
  messageOf('h', {
    text: storyOf('h2'),
    version: 2,
    publishedAt: '2022-01-07T09:00:00Z',
    mentions: [mentionOf('1', { when: { ...when, start: '2022-01-06', end: '2022-01-06' } })],
  }),
];

it('every order of arrival, in batches of any size, gives the same final state', async () => {
  await index.clear();
  await index.handle(handler, messages);
  const expected = await finalState(index);
  expect(expected.groups).toContainEqual({ members: 'a b c' });
  expect(expected.incidents.length).toBeGreaterThan(1);

  const orders = fc.tuple(
    fc.shuffledSubarray(messages, { minLength: messages.length }),
    fc.integer({ min: 1, max: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(orders, async ([order, size]) => {
      await index.clear();
      for (let at = 0; at < order.length; at += size) {
        await index.handle(handler, order.slice(at, at + size));
      }
      expect(await finalState(index)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
}, 120_000);
