import { describe, expect, it } from '@jest/globals';
import { compareNames, SKETCH_SIZE, sketchNames } from './names.js';
import { foldText } from './words.js';

const sketch = (text: string) => sketchNames(foldText(text));

describe('the names of a text', () => {
  it('are words with a capital where none is due, and figures, pair by pair', () => {
    expect(sketch('then Anna met Boris and 12 others')).toHaveLength(2);
    expect(sketch('then Anna met Boris and 12 others')).toEqual(
      sketch('so Anna saw Boris, with 12 men'),
    );
    expect(sketch('then Boris met Anna and 12 others')).not.toEqual(
      sketch('then Anna met Boris and 12 others'),
    );
  });

  it('are none of the words that begin a sentence or a quotation, unless they stand elsewhere too', () => {
    expect(sketch('Yesterday came Anna. Then came Boris: “Never” he said. Now Anna left')).toEqual(
      sketch('as Anna and Boris and Anna'),
    );
    expect(sketch('Anna came. So Boris saw Anna')).toHaveLength(2);
  });

  it('are none that the text writes small as well, and no single letters', () => {
    expect(sketch('the Bank and a bank of Anna and I and Boris')).toEqual(
      sketch('with Anna and Boris'),
    );
  });

  it('are figures alone where a script has no capitals', () => {
    expect(sketch('قال الوزير 12 و 15')).toHaveLength(1);
    expect(sketch('阿拉木图发生骚乱')).toHaveLength(0);
  });

  it('are bounded, whatever the length of the text', () => {
    const text = Array.from({ length: 5_000 }, (_, i) => `and Name${i}`).join(' ');
    const values = sketch(text);
    expect(values).toHaveLength(SKETCH_SIZE);
    expect(values).toEqual(values.slice().sort());
  });
});

describe('the likeness of two texts’ names', () => {
  const text = (from: number, to: number) =>
    sketch(Array.from({ length: to - from }, (_, i) => `and Name${from + i}`).join(' '));

  it('is exact for few', () => {
    expect(compareNames(text(0, 21), text(10, 31))).toEqual({
      jaccard: 10 / 30,
      containment: 0.5,
      fewest: 20,
    });
  });

  it.each([
    [0, 400, 0.33, 0.5],
    [0, 200, 0.5, 1],
    [200, 600, 1, 1],
  ])('is estimated for many: from %i to %i', (from, to, jaccard, containment) => {
    const likeness = compareNames(
      text(200, from === 0 ? (to === 200 ? 400 : 600) : 600),
      text(to === 200 ? 200 : from, to === 200 ? 600 : to),
    );
    expect(Math.abs(likeness.jaccard - jaccard)).toBeLessThan(0.19);
    expect(Math.abs(likeness.containment - containment)).toBeLessThan(0.25);
  });

  it('of none is nothing', () => {
    expect(compareNames(text(0, 0), text(0, 20))).toEqual({
      jaccard: 0,
      containment: 0,
      fewest: 0,
    });
    expect(compareNames(text(0, 0), text(0, 0)).jaccard).toBe(0);
  });
});
