import { describe, expect, it } from '@jest/globals';
import { packLinks, unpackLinks } from './packed-links.js';

describe('links packed into bytes', () => {
  it('come back, in their order, to the millionth', () => {
    const links = [
      { number: 1, score: 4.25 },
      { number: 2 ** 40 + 7, score: -2.999_999 },
      { number: 3, score: 0 },
    ];
    const packed = packLinks(links);
    expect(packed).toHaveLength(36);
    expect(unpackLinks(packed)).toEqual(links);
    expect(unpackLinks(packLinks([]))).toEqual([]);
  });

  it('stay on their side of the threshold', () => {
    const [below, above] = unpackLinks(
      packLinks([
        { number: 1, score: -1e-9 },
        { number: 2, score: 1e-9 },
      ]),
    );
    expect(below?.score).toBeLessThan(0);
    expect(above?.score).toBe(0);
  });
});
