import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from './fingerprint.js';
import type { Signable } from './signature.js';
import { BUCKET_DEPTH, syndicate } from './syndicate.js';

const DAY_MS = 86_400_000;

/** Every fifth word is a name; no word is a figure. */
const words = (seed: string, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const word = `${seed}${i}`.replace(/\d/g, (digit) => 'klmnopqrst'.charAt(Number(digit)));
    return i % 5 === 3 ? `Mr${word}` : word;
  }).join(' ');

const article = (articleId: string, day: number, text: string, site = articleId): Signable => ({
  articleId,
  at: day * DAY_MS,
  url: `https://${site}.example/${articleId}`,
  language: 'en',
  fingerprint: fingerprint(text),
});

const agency = words('agency', 200);
const idsOf = (articles: readonly Signable[]) =>
  Object.fromEntries([...syndicate(articles, 14)].map(([id, place]) => [id, place.syndicationId]));

describe('grouping copies', () => {
  it('calls the first of a group its original and says how the others copied', () => {
    const places = syndicate(
      [
        article('near', 100.2, `${agency} with a tail`),
        article('again', 101, `${agency} and a paragraph more`, 'first'),
        article('exact', 100.1, agency),
        article('spun', 102, agency.replace(/\bagency/g, 'office')),
        article('first', 100, agency),
      ],
      14,
    );
    expect(places.get('first')).toEqual({
      syndicationId: 'first',
      reason: 'original',
      similarity: 1,
      nearestArticleId: null,
    });
    const reasons = ['exact', 'near', 'again', 'spun'].map((id) => places.get(id)?.reason);
    expect(reasons).toEqual(['exact-copy', 'near-copy', 'update', 'rewrite']);
    expect(new Set([...places.values()].map((p) => p.syndicationId))).toEqual(new Set(['first']));
  });

  it('names the nearest of those before as source', () => {
    const places = syndicate(
      [
        article('a', 100, agency),
        article('b', 101, `${agency} ${words('b', 40)}`),
        article('c', 102, `${agency} ${words('b', 40)} ${words('c', 5)}`),
      ],
      14,
    );
    expect(places.get('c')).toMatchObject({ syndicationId: 'a', nearestArticleId: 'b' });
  });

  it('keeps two texts on one subject apart', () => {
    expect(idsOf([article('a', 100, agency), article('b', 100, words('own', 200))])).toEqual({
      a: 'a',
      b: 'b',
    });
  });

  it('keeps equal texts outside the window apart', () => {
    expect(idsOf([article('a', 100, agency), article('b', 115, agency)])).toEqual({
      a: 'a',
      b: 'b',
    });
  });

  it('keeps texts too short to sign apart, equal ones too', () => {
    expect(idsOf([article('a', 100, 'Subscribe'), article('b', 101, 'Subscribe')])).toEqual({
      a: 'a',
      b: 'b',
    });
  });

  it('does not make one group of two articles that a third puts on one page', () => {
    const [one, two] = [words('one', 150), words('two', 100)];
    const groups = idsOf([
      article('one', 100, one),
      article('two', 100, two),
      article('both', 101, `${one} ${two}`),
      article('three', 102, two),
    ]);
    expect(groups).toEqual({ one: 'one', two: 'two', both: 'one', three: 'two' });
  });

  it('does not depend on the order of the articles', () => {
    const articles = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) =>
      article(id, 100 + i, i < 3 ? `${agency} ${words(id, i * 10)}` : words(`own${i % 2}`, 90)),
    );
    const expected = syndicate(articles, 14);
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(Object.fromEntries(syndicate(shuffled, 14))).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  it('compares with a bounded number, and loses nobody of a large group', () => {
    const many = Array.from({ length: 20 * BUCKET_DEPTH }, (_, i) =>
      article(`copy${i}`, 100 + i / 50, `${agency} ${words(`tail${i}x`, i % 20)}`),
    );
    expect(new Set(Object.values(idsOf(many)))).toEqual(new Set(['copy0']));
  });
});
