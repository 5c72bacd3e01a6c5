import { describe, expect, it } from '@jest/globals';
import { articleText, type Mention } from '@tocsin/contracts';
import { createIncidentExtractor } from '../extractor.js';
import { article } from '../testing/articles.js';
import { checkClaims } from './check-claims.js';

const told = article({
  title: 'Bomb kills two men',
  paragraphs: ['A bomb killed two men on Monday.'],
});
const text = articleText(told);
const [mention] = createIncidentExtractor().extract(told) as [Mention];

describe('the claims check', () => {
  it('lets a true mention through untouched', () => {
    expect(checkClaims(mention, text)).toEqual({ mention, dropped: 0 });
  });

  it('drops a claim whose quote is not in the text, and counts it', () => {
    const [first, ...rest] = mention.claims;
    const forged: Mention = {
      ...mention,
      claims: [{ ...first!, quote: 'never written' }, ...rest],
    };
    const checked = checkClaims(forged, text);
    expect(checked.dropped).toBe(1);
    expect(checked.mention.claims).toEqual(rest);
  });

  it('renumbers what the fields refer to', () => {
    const [first, ...rest] = mention.claims;
    const forged: Mention = { ...mention, claims: [{ ...first!, end: first!.end + 1 }, ...rest] };
    const checked = checkClaims(forged, text).mention;
    const quotes = (m: Mention, indexes: number[] = []): string[] =>
      indexes.map((index) => m.claims[index]!.quote);
    expect(quotes(checked, checked.when.claims)).toEqual(quotes(mention, mention.when.claims));
    expect(checked.casualties.killed?.claims.length).toBe(
      mention.casualties.killed!.claims.filter((index) => index !== 0).length,
    );
  });

  it('drops an empty span', () => {
    const empty: Mention = {
      ...mention,
      claims: [{ ...mention.claims[0]!, quote: '', start: 3, end: 3 }],
    };
    expect(checkClaims(empty, text).dropped).toBe(1);
  });
});
