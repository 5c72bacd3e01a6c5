import { describe, expect, it } from '@jest/globals';
import { Parts, type PartMember } from './parts.js';

const anchor: PartMember = { isAnchor: true, isSilent: false };
const vague: PartMember = { isAnchor: false, isSilent: false };
const silent: PartMember = { isAnchor: true, isSilent: true };

describe('parts of alike mentions', () => {
  it('are alike where the average of their pairs speaks for it', () => {
    const parts = new Parts([anchor, anchor, anchor]);
    parts.link(0, 1, 3);
    parts.link(1, 2, 3);
    parts.join(0, 1);
    expect(parts.areOne(0, 1)).toBe(true);
    // One link of 3 and a missing one of -4: -0.5.
    expect(parts.areAlike(0, 2, [])).toBe(true);
  });

  it('are not where the missing links outweigh the one', () => {
    const parts = new Parts([anchor, anchor, anchor]);
    parts.link(0, 1, 3);
    parts.link(1, 2, 1);
    parts.join(0, 1);
    expect(parts.areAlike(2, 1, [])).toBe(false);
  });

  it('let anchors alone decide where both have some', () => {
    const parts = new Parts([anchor, vague, anchor]);
    parts.link(0, 1, 3);
    parts.link(1, 2, 9);
    parts.join(0, 1);
    expect(parts.areAlike(1, 2, [])).toBe(false);
  });

  it('do not count pairs of silent ones, which were never compared', () => {
    const parts = new Parts([anchor, silent, silent]);
    parts.link(0, 1, 3);
    parts.link(0, 2, 3);
    parts.join(0, 1);
    // The one pair that was compared; with the other it would be an average of -0.5, which is enough, too.
    expect(parts.areAlike(0, 2, [])).toBe(true);
    const vaguely = new Parts([anchor, silent, silent]);
    vaguely.link(0, 1, 3);
    vaguely.link(0, 2, 0);
    vaguely.join(0, 1);
    expect(vaguely.areAlike(0, 2, [])).toBe(true);
  });

  it('take what else is told of their pairs, and of others nothing', () => {
    const parts = new Parts([anchor, anchor, anchor]);
    parts.link(0, 1, 3);
    expect(parts.areAlike(0, 1, [{ a: 1, b: 0, score: -8 }])).toBe(true);
    expect(parts.areAlike(0, 1, [{ a: 0, b: 2, score: -99 }])).toBe(true);
    expect(parts.areAlike(0, 1, [{ a: 1, b: 0, score: -99 }])).toBe(false);
  });
});
