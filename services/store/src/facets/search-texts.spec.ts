import { describe, expect, it } from '@jest/globals';
import { incidentOf } from '@tocsin/contracts/testing';
import { searchTexts } from './search-texts.js';

const quote = (text: string) => ({
  articleId: 'a1',
  mentionId: 'm1',
  url: '',
  claim: {
    field: 'place',
    value: null,
    attribution: [],
    hedge: 'asserted' as const,
    part: 'body' as const,
    quote: text,
    start: 0,
    end: text.length,
    confidence: 1,
  },
});

describe('the searched texts of an incident', () => {
  it('hold summary, places, actors and quotes by their weight', () => {
    const texts = searchTexts(
      incidentOf({
        actors: [{ role: 'actor', words: 'Gunmen', name: 'Boko Haram', claims: [] }],
        victims: [{ words: 'two farmers', claims: [] }],
        claims: [quote('Two were shot'), quote('two were shot')],
      }),
    );
    expect(texts).toEqual({
      a: 'rioters clashed with police.',
      b: 'almaty',
      c: 'boko haram . gunmen',
      d: 'two farmers . two were shot',
    });
  });

  it('stay within bounds whatever comes', () => {
    const claims = Array.from({ length: 300 }, (_, n) => quote(`${n} ${'x'.repeat(1_000)}`));
    expect(searchTexts(incidentOf({ claims })).d.length).toBeLessThanOrEqual(20_000);
  });
});
