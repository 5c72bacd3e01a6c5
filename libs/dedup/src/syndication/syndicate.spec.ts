import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from './fingerprint.js';
import { syndicate, type SignedArticle } from './syndicate.js';

const words = (seed: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${seed}${i}`).join(' ');

const article = (articleId: string, text: string, changes: Partial<SignedArticle> = {}) => ({
  articleId,
  day: 100,
  fingerprint: fingerprint(text),
  syndicationId: null,
  ...changes,
});

const agency = words('agency', 200);

describe('grouping copies', () => {
  it('calls the first of a group its original and says how the others copied', () => {
    const places = syndicate(
      [
        article('c', `${agency} with a tail`),
        article('b', agency, { day: 101 }),
        article('a', agency),
      ],
      30,
    );
    expect(places.get('a')).toEqual({
      syndicationId: 'a',
      reason: 'original',
      similarity: 1,
      nearestArticleId: null,
    });
    expect(places.get('b')).toMatchObject({ syndicationId: 'a', reason: 'exact-copy' });
    expect(places.get('c')).toMatchObject({ syndicationId: 'a', reason: 'near-copy' });
  });

  it('takes a cut text for a copy', () => {
    const places = syndicate([article('a', agency), article('b', words('agency', 120))], 30);
    expect(places.get('b')).toMatchObject({ syndicationId: 'a', reason: 'near-copy' });
  });

  it('keeps two texts on one subject apart', () => {
    const places = syndicate([article('a', agency), article('b', words('own', 200))], 30);
    expect(places.get('b')).toMatchObject({ syndicationId: 'b', reason: 'original' });
  });

  it('keeps equal texts outside the window apart', () => {
    const places = syndicate([article('a', agency), article('b', agency, { day: 131 })], 30);
    expect(places.get('b')?.reason).toBe('original');
  });

  it('keeps texts too short to sign apart, equal ones too', () => {
    const places = syndicate(
      [article('a', 'Subscribe to read'), article('b', 'Subscribe to read')],
      30,
    );
    expect(places.get('b')?.syndicationId).toBe('b');
  });

  it('leaves a group its id when an earlier article turns up', () => {
    const places = syndicate(
      [article('b', agency, { syndicationId: 'b' }), article('a', agency, { day: 99 })],
      30,
    );
    expect(places.get('a')).toMatchObject({ syndicationId: 'b', reason: 'exact-copy' });
  });

  it('gives the rest of a group a new id when the article that named it has left', () => {
    const places = syndicate(
      [
        article('a', words('new', 200), { syndicationId: 'a' }),
        article('b', agency, { syndicationId: 'a' }),
        article('c', agency, { syndicationId: 'a' }),
      ],
      30,
    );
    expect(places.get('a')?.syndicationId).toBe('a');
    expect(places.get('b')?.syndicationId).toBe('b');
    expect(places.get('c')?.syndicationId).toBe('b');
  });

  it('joins two groups when a copy of both turns up', () => {
    const [left, right] = [words('agency', 120), agency.split(' ').slice(80).join(' ')];
    const apart = syndicate([article('l', left), article('r', right)], 30);
    expect(apart.get('r')?.syndicationId).toBe('r');
    const joined = syndicate([article('l', left), article('r', right), article('m', agency)], 30);
    expect(new Set([...joined.values()].map((p) => p.syndicationId))).toEqual(new Set(['l']));
  });

  it('does not depend on the order of the articles', () => {
    const articles = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) =>
      article(id, i < 3 ? `${agency} ${words(id, i * 10)}` : words(`own${i % 2}`, 90), {
        day: 100 + i,
      }),
    );
    const expected = syndicate(articles, 30);
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(Object.fromEntries(syndicate(shuffled, 30))).toEqual(Object.fromEntries(expected));
      }),
    );
  });
});
