import { describe, expect, it } from '@jest/globals';
import { countLinks, forEachLink, packLinks, type PackedLink } from './packed-links.js';

function unpacked(packed: Buffer): PackedLink[] {
  const links: PackedLink[] = [];
  forEachLink(packed, (number, score) => links.push({ number, score }));
  return links;
}

describe('links packed into bytes', () => {
  it('come back, in their order, to the ten-thousandth', () => {
    const links = [
      { number: 1, score: 4.25 },
      { number: 2 ** 40 + 7, score: -2.9999 },
      { number: 3, score: 0 },
    ];
    const packed = packLinks(links);
    expect(packed).toHaveLength(36);
    expect([countLinks(packed), countLinks(null)]).toEqual([3, 0]);
    expect(unpacked(packed)).toEqual(links);
    expect(unpacked(packLinks([]))).toEqual([]);
  });
});
