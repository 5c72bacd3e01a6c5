import { describe, expect, it } from '@jest/globals';
import type { FarmRequest } from '../../farm/farm-log.js';
import { latenessOf, pageDelays } from './lateness.js';

const request = (host: string, path: string, at: number, end: number | null): FarmRequest => ({
  ...{ host, path, at, end, together: 1, answer: null },
  ...{ userAgent: '', ifNoneMatch: null, ifModifiedSince: null },
});
const of = (host: string) => [
  request(host, '/robots.txt', 10, 20),
  request(host, '/feed.xml', 120, 130),
];
const log = { pages: 2, delayMs: 100, registeredAt: 0, at: 1_000 };

describe('from due to fetched', () => {
  it('counts from the moment at which the host had rested', () => {
    const requests = [...of('a'), request('a', '/1', 240, 250), request('a', '/2', 400, 410)];
    expect(pageDelays(requests, log)).toEqual([20, 60]);
  });

  it('counts a page that is not answered with the time that it waits', () => {
    const requests = [...of('a'), request('a', '/1', 240, null)];
    expect(pageDelays(requests, log)).toEqual([770, 0]);
  });

  it('counts pages that were not asked for since the last answer had rested', () => {
    expect(pageDelays(of('a'), log)).toEqual([770, 770]);
  });

  it('counts all pages of a host that nobody asked', () => {
    expect(pageDelays([], log)).toEqual([1_000, 1_000]);
  });

  it('is summed up over all hosts', () => {
    const requests = [...of('a'), request('a', '/1', 240, 250), request('a', '/2', 400, 410)];
    expect(latenessOf({ ...log, hosts: ['a', 'b'], requests })).toEqual({
      fetches: 2,
      open: 2,
      p50: 60,
      p95: 1_000,
      max: 1_000,
    });
  });
});
