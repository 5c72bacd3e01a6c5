import { describe, expect, it } from '@jest/globals';
import { makeCorpus } from '../../corpus/corpus.js';
import { Supply } from './supply.js';

const corpus = makeCorpus(20, 3);

describe('the articles of fault tests', () => {
  it('are given out once each', () => {
    const supply = new Supply(corpus);
    const ids = [...supply.take(7), ...supply.take(13)].map(({ id }) => id);
    expect(ids).toEqual(corpus.articles.map(({ id }) => id));
    expect(() => supply.take(1)).toThrow('no 1 articles left');
  });

  it('tell of those incidents alone that one of them tells of', () => {
    const supply = new Supply(corpus);
    expect(supply.truth()).toEqual([]);
    const [first] = supply.take(1);
    expect(supply.truth().map(({ articleIds }) => articleIds)).toEqual([[first?.id]]);
    supply.take(19);
    expect(supply.truth()).toEqual(corpus.incidents);
  });
});
