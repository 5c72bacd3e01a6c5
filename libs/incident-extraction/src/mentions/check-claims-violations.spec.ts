import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { createIncidentExtractor } from '../extractor.js';
import { article } from '../testing/articles.js';
import { violationsOf } from './check-claims-violations.js';

const told = article({
  title: 'Bomb kills two men',
  paragraphs: ['A bomb killed two men on Monday.'],
  captions: ['Two men were killed.'],
});
const [mention] = createIncidentExtractor().extract(told) as [Mention];
const [claim, ...claims] = mention.claims;
const { killed } = mention.casualties;
const captionAt = 'Bomb kills two men\n\nA bomb killed two men on Monday.\n\n'.length;

describe('the violations of an article’s mentions', () => {
  it('are none of those that the extractor makes', () => {
    expect(violationsOf(told, [mention])).toEqual([]);
  });

  it.each<[string, Partial<Mention>, RegExp]>([
    ['a forged quote', { claims: [{ ...claim!, quote: 'x' }, ...claims] }, /not at its offsets/],
    ['an empty one', { claims: [{ ...claim!, start: 3, end: 3, quote: '' }, ...claims] }, /empty/],
    [
      'one of a caption',
      { claims: [{ ...claim!, start: captionAt, end: captionAt + 3, quote: 'Two' }, ...claims] },
      /of a caption/,
    ],
    [
      'one of the other part',
      { claims: [{ ...claim!, part: claim!.part === 'title' ? 'body' : 'title' }, ...claims] },
      /is not of the/,
    ],
    ['no claims', { claims: [] }, /has no claims/],
    ['a summary of its own', { summary: 'Never written' }, /summary/],
    ['an index beyond', { when: { ...mention.when, claims: [99] } }, /refers to claim 99/],
    ['no number', { confidence: NaN }, /confidence is NaN/],
    ['an undefined field', { aggregate: undefined }, /aggregate is undefined/],
    ['a larger one that is not there', { partOf: 'nowhere' }, /refers to nowhere/],
    ['itself as the larger one', { partOf: mention.mentionId }, /refers to/],
    ['an aggregate without scope', { kind: 'aggregate' }, /without an aggregate/],
    ['the id of another article', { mentionId: 'b:1:v:0' }, /not of this article/],
    [
      'low above best',
      { casualties: { ...mention.casualties, killed: { ...killed!, low: 3, best: 2 } } },
      /killed is not low/,
    ],
    [
      'low above high, best unknown',
      {
        casualties: { ...mention.casualties, killed: { ...killed!, low: 3, best: null, high: 1 } },
      },
      /killed is not low/,
    ],
    [
      'an end before its start',
      { when: { ...mention.when, start: '2022-01-03', end: '2022-01-02' } },
      /after its end/,
    ],
    ['half a coordinate', { where: { ...mention.where, latitude: 1 } }, /half a coordinate/],
    ['a type of another', { what: { ...mention.what, acledEventType: 'Protests' } }, /is not of/],
  ])('name %s', (_, parts, expected) => {
    const breaches = violationsOf(told, [{ ...mention, ...parts }]);
    expect(breaches).not.toHaveLength(0);
    expect(breaches.join('\n')).toMatch(expected);
  });

  it('name an id that two have', () => {
    expect(violationsOf(told, [mention, mention])).toHaveLength(2);
  });
});
