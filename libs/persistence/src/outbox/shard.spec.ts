import { describe, expect, it } from '@jest/globals';
import { SHARDS, shardOf } from './shard.js';

describe("a key's shard", () => {
  it('is always the same: rows that wait were sorted by it', () => {
    expect(shardOf(Buffer.from(''))).toBe(0x811c9dc5 % SHARDS);
    expect(shardOf(Buffer.from('a'))).toBe(0xe40c292c % SHARDS);
    expect(shardOf(Buffer.from('foobar'))).toBe(0xbf9cf968 % SHARDS);
  });

  it('spreads ids evenly', () => {
    const counts = new Array<number>(SHARDS).fill(0);
    for (let n = 0; n < 16_000; n += 1) counts[shardOf(Buffer.from(`incident-${n}`))]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(700);
    expect(Math.max(...counts)).toBeLessThan(1_300);
  });
});
