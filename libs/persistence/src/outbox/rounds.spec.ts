import { describe, expect, it } from '@jest/globals';
import type { OutboxRow } from './outbox-rows.js';
import { roundsOf } from './rounds.js';

const row = (id: number, key: string, topic = 'out'): OutboxRow => ({
  id: String(id),
  shard: 0,
  topic,
  key: Buffer.from(key),
  packed: null,
  headers: {},
});
const idsOf = (rounds: OutboxRow[][]) => rounds.map((round) => round.map(({ id }) => Number(id)));

describe('rounds', () => {
  it('hold no key twice and keep the order of each', () => {
    const rows = [row(1, 'a'), row(2, 'b'), row(3, 'a'), row(4, 'c'), row(5, 'a')];
    expect(idsOf(roundsOf(rows))).toEqual([[1, 2, 4], [3], [5]]);
  });

  it('take the same key of two topics together', () => {
    expect(idsOf(roundsOf([row(1, 'a', 'x'), row(2, 'a', 'y')]))).toEqual([[1, 2]]);
  });

  it('are none for no rows', () => expect(roundsOf([])).toEqual([]));
});
