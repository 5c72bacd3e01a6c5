import { describe, expect, it } from '@jest/globals';
import { LiveStreams } from './live-streams.js';

describe('open streams', () => {
  it('are so many and no more; one that ends makes room', () => {
    const streams = new LiveStreams();
    const open = Array.from({ length: 100 }, () => streams.begin());
    expect(() => streams.begin()).toThrow(expect.objectContaining({ code: 'ERR_API_STREAMS' }));
    open[0]?.abort();
    expect(() => streams.begin()).not.toThrow();
  });

  it('all end with the process, and none begins after', () => {
    const streams = new LiveStreams();
    const { signal } = streams.begin();
    streams.close();
    expect(signal.aborted).toBe(true);
    expect(() => streams.begin()).toThrow(expect.objectContaining({ status: 503 }));
  });
});
