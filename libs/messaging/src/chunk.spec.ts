import { describe, expect, it } from '@jest/globals';

import { chunkLength } from './chunk.js';
import type { RawMessage } from './message.js';

const due = (...times: number[]) =>
  times.map((time) => ({
    headers: { 'x-retry-not-before': Buffer.from(String(time)) },
  })) as unknown as RawMessage[];

describe('how many records are handled together', () => {
  it('is at most what the handler takes', () => {
    expect(chunkLength(due(0, 0, 0), 2, 100, false)).toBe(2);
    expect(chunkLength(due(0, 0, 0), 10, 100, false)).toBe(3);
  });

  it('in a retry topic ends before the first that is not due', () => {
    expect(chunkLength(due(90, 100, 101, 90), 10, 100, true)).toBe(2);
    expect(chunkLength(due(101), 10, 100, true)).toBe(0);
  });

  it('in the main topic does not look at the headers of waiting', () => {
    expect(chunkLength(due(900, 900), 10, 100, false)).toBe(2);
  });
});
