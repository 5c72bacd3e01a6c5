import { describe, expect, it } from '@jest/globals';
import { claim, source } from '../testing/incident.js';
import { claimsIn } from './claims-in.js';

const copies = { syndicationId: 'a1' };
const sources = [source('a1', copies), source('a2', copies), source('a3')];
const [told, gone, other] = [
  claim({ quote: 'two people' }),
  claim({ quote: 'a shot was heard' }),
  claim({ quote: 'two people' }, 'a3'),
] as const;
const shown = (articleId: string, text = 'It killed two people.') =>
  claimsIn(articleId, text, [told, gone, other], sources);

describe('the claims marked in an article', () => {
  it('are its own, wherever they stand now', () => {
    expect(shown('a1')).toEqual([told, gone]);
    expect(shown('a3')).toEqual([other]);
  });

  it('are those of its original where the words are in it', () => {
    expect(shown('a2')).toEqual([told]);
    expect(shown('a2', 'Cut short.')).toEqual([]);
  });

  it('are nobody else’s in an article that is no source', () => {
    expect(shown('a9')).toEqual([]);
  });
});
