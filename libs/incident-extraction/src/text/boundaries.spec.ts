import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainBoundaries } from './boundaries.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const segmented = (text: string): number[] =>
  [...segmenter.segment(text)].map(({ segment, index }) => index + segment.length);

describe('where sentences end', () => {
  it.each([
    'Two died. Three ran! Who? They.',
    'At 3.5 km. 12 men (of the U.S. Army) left. "He ran." She said: "No!" he said.',
    'A. b. C.d E.F 1.2 3. 4 etc.) and so on. ) But.',
    'Really?! - yes. ... no. “Go.” ‘Ah’ … end. ; x. : Y',
    'One. (2) three. [4] Five. — Six. 7 eight',
    '',
  ])('is where the segmenter has it: %j', (text) => {
    expect(plainBoundaries(text)).toEqual(segmented(text));
  });

  it('is that in any text of such characters', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '. ',
        '.',
        '? ',
        '!',
        ' ',
        '"',
        '”',
        ')',
        '(',
        'A',
        'b',
        'É',
        'é',
        '1',
        ',',
        ';',
      ),
      fc.constantFrom(...'#$%&*+/;<=>@\\^_`|~©®°…-:–—‘’“«»[]{}\u00a0ßÿÞ0'),
    );
    const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (each) => {
        expect(plainBoundaries(each)).toEqual(segmented(each));
      }),
      { seed: 7, numRuns: 20_000 },
    );
  });

  it.each(['日本。', 'soft\u00adhyphen.', 'a\u2028b', 'Žižek ran.', '😀. Go', '1º. A'])(
    'is left to the segmenter in %j',
    (text) => {
      expect(plainBoundaries(text)).toBeNull();
    },
  );

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    plainBoundaries('. 1 '.repeat(250_000));
    plainBoundaries(`.${' 1'.repeat(500_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
