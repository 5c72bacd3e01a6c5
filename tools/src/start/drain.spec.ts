import { describe, expect, it } from '@jest/globals';
import { drained, isEmpty, type LineState } from './drain.js';

const EMPTY: LineState = {
  articles: 20,
  rejected: 2,
  failed: 1,
  deadLetters: 2,
  pending: 0,
  lag: 0,
};
const never = new AbortController().signal;

describe('an empty line', () => {
  it('has every expected URL at its end, whichever', () => {
    expect(isEmpty(EMPTY, 25)).toBe(true);
    expect(isEmpty(EMPTY, 26)).toBe(false);
  });

  it('has nothing pending and no lag', () => {
    expect(isEmpty({ ...EMPTY, pending: 1 }, 25)).toBe(false);
    expect(isEmpty({ ...EMPTY, lag: 1 }, 25)).toBe(false);
  });
});

describe('waiting for the line to drain', () => {
  const looks = (states: LineState[]) => {
    let count = 0;
    return { look: async () => states[Math.min(count++, states.length - 1)]!, count: () => count };
  };

  it('ends when it looked empty three times in a row', async () => {
    const busy = { ...EMPTY, lag: 4 };
    const { look, count } = looks([busy, EMPTY, EMPTY, busy, EMPTY, EMPTY, EMPTY]);
    await drained(look, 25, never, 1);
    expect(count()).toBe(7);
  });

  it('is not fooled by a line on which nothing has begun', async () => {
    const before = { articles: 0, rejected: 0, failed: 0, deadLetters: 0, pending: 0, lag: 0 };
    const { look, count } = looks([before, before, before, before, EMPTY]);
    await drained(look, 25, never, 1);
    expect(count()).toBe(7);
  });

  it('can be given up', async () => {
    const { look } = looks([{ ...EMPTY, pending: 1 }]);
    await expect(drained(look, 25, AbortSignal.abort(new Error('stopped')), 5)).rejects.toThrow(
      'stopped',
    );
  });

  it('passes a failing look on', async () => {
    const failing = () => Promise.reject(new Error('store is away'));
    await expect(drained(failing, 25, never, 1)).rejects.toThrow('store is away');
  });
});
