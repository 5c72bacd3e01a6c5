import { describe, expect, it } from '@jest/globals';
import { FarmLog, type FarmRequest } from './farm-log.js';

const OK = { status: 200, etag: null, lastModified: null };
const asked = (host: string, path: string, at: number) => ({
  ...{ host, path, at, userAgent: 'spec', ifNoneMatch: null, ifModifiedSince: null },
});

/** Requests of one host, each from a moment to a moment. */
function logOf(host: string, ...spans: readonly (readonly [number, number])[]): FarmLog {
  const log = new FarmLog();
  const events = spans.flatMap(([at, end], n) => [
    { at, n },
    { at: end, n, ends: true },
  ]);
  const requests: FarmRequest[] = [];
  for (const { at, n, ...event } of events.sort((a, b) => a.at - b.at)) {
    if ('ends' in event) log.finish(requests[n]!, at, OK);
    else requests[n] = log.begin(asked(host, `/page/${n}`, at));
  }
  return log;
}

describe("a farm's log", () => {
  it('tells how many requests a host had at once', () => {
    expect(logOf('a', [0, 10], [5, 15], [20, 30]).summary(0).mostTogether).toBe(2);
    expect(logOf('a', [0, 10], [11, 15]).summary(0).mostTogether).toBe(1);
  });

  it('finds what came while the host was still answering', () => {
    const [early, ...more] = logOf('a', [0, 10], [5, 15], [20, 30]).tooEarly(0);
    expect(early).toMatchObject({ restedMs: -5, request: { path: '/page/1' } });
    expect(more).toEqual([]);
  });

  it('finds what came before the host had rested, counted from the end of the answer', () => {
    const log = logOf('a', [0, 10], [109, 115], [215, 220]);
    expect(log.tooEarly(100)).toMatchObject([{ restedMs: 99, request: { path: '/page/1' } }]);
    expect(log.tooEarly(99)).toEqual([]);
  });

  it('does not mix up hosts', () => {
    const log = new FarmLog();
    log.begin(asked('a', '/', 0));
    const other = log.begin(asked('b', '/', 1));
    expect(other.together).toBe(1);
    expect(log.tooEarly(1_000)).toEqual([]);
  });

  it('counts pages once, and neither robots.txt nor feeds', () => {
    const log = new FarmLog();
    const paths = ['/robots.txt', '/feed.xml', '/story', '/story', '/other'];
    paths.forEach((path, at) => log.finish(log.begin(asked('a', path, at)), at, OK));
    expect(log.summary(0)).toEqual({
      requests: 5,
      pageRequests: 3,
      distinctPages: 2,
      mostTogether: 1,
      tooEarly: 0,
    });
  });

  it('keeps the first end of a request: a socket closes after its answer', () => {
    const log = new FarmLog();
    const request = log.begin(asked('a', '/', 0));
    log.finish(request, 5, OK);
    log.finish(request, 9, null);
    expect(request).toMatchObject({ end: 5, answer: OK });
    expect(log.begin(asked('a', '/', 10)).together).toBe(1);
  });
});
