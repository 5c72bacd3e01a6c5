import { describe, expect, it } from '@jest/globals';
import type { IndexedArticle } from '../index/syndication-index.port.js';
import { messageOf } from '../testing/messages.js';
import { acceptVersions } from './accept-versions.js';
import { incomingArticle } from './incoming-article.js';

const of = (version: number, text = 'same words') =>
  incomingArticle(messageOf('a', { text, version }));
const known = (version: number) => [of(version).article];

describe('a version, against what is known', () => {
  it('is new when nothing is', () => expect(acceptVersions([of(1)], [])).toEqual(['new']));
  it('replaces an older one of other content', () =>
    expect(acceptVersions([of(2, 'other words')], known(1))).toEqual(['replacing']));
  it('is unchanged with equal content', () =>
    expect(acceptVersions([of(2)], known(1))).toEqual(['unchanged']));
  it('is repeated when it is the known one', () =>
    expect(acceptVersions([of(2)], known(2))).toEqual(['repeated']));
  it('is stale when it is older', () =>
    expect(acceptVersions([of(1)], known(2))).toEqual(['stale']));
});

describe('the versions of one batch', () => {
  const texts = ['one', 'two', 'three', 'four'];
  it('count by the newest alone: the others are stale', () =>
    expect(acceptVersions([of(1, 'one'), of(3, 'three'), of(2, 'two')], [])).toEqual([
      'stale',
      'new',
      'stale',
    ]));
  it('count once when one comes twice', () =>
    expect(acceptVersions([of(3), of(3)], [])).toEqual(['new', 'repeated']));
  it('count by the first of those that say the same', () =>
    expect(acceptVersions([of(1), of(2)], [])).toEqual(['new', 'unchanged']));
  it('replace what is known when one between them says something else', () =>
    expect(acceptVersions([of(2, 'other words'), of(3)], known(1))).toEqual([
      'stale',
      'replacing',
    ]));
  it.each([
    [1, 1],
    [2, 3],
    [3, 2],
  ])('leave the same one in the index wherever a batch ends (%i, %i)', (first, second) => {
    const versions = [1, 2, 3, 4, 5, 6].map((version) => of(version, texts[version % 4]));
    const same = [of(1), of(first), of(second), of(4), ...versions];
    const left = (sizes: readonly number[]) => {
      let index: IndexedArticle[] = [];
      let from = 0;
      for (const size of sizes) {
        const batch = same.slice(from, from + size);
        const acceptances = acceptVersions(batch, index);
        const counted = batch.filter((_, at) => /new|replacing/.test(acceptances[at] ?? ''));
        index = counted.length > 0 ? counted.map(({ article }) => article) : index;
        from += size;
      }
      return index.map(({ version }) => version);
    };
    const oneByOne = left(same.map(() => 1));
    expect(oneByOne).toHaveLength(1);
    for (const sizes of [[10], [3, 7], [2, 2, 6], [5, 5], [1, 8, 1]])
      expect(left(sizes)).toEqual(oneByOne);
  });
});
