import { describe, expect, it } from '@jest/globals';
import { Journey } from './journey.js';

function journey(...statuses: number[]) {
  const way = new Journey(new URL('http://a.org/0'), 5);
  statuses.forEach((status, i) => way.follow(new URL(`http://a.org/${i + 1}`), status));
  return way;
}

describe('the way that redirects lead', () => {
  it.each([
    [[], 0, null],
    [[301], 1, 'http://a.org/1'],
    [[308, 301], 2, 'http://a.org/2'],
    [[302], 1, null],
    [[302, 301], 2, null],
    [[301, 307, 301], 3, 'http://a.org/1'],
  ])('%j has moved for good only as far as no hop is temporary', (statuses, hops, permanentUrl) => {
    expect(journey(...statuses)).toMatchObject({ hops, permanentUrl });
  });

  it('ends after so many hops', () => {
    const way = journey(301, 301, 301, 301, 301);
    expect(way.at.pathname).toBe('/5');
    expect(() => way.follow(new URL('http://a.org/6'), 301)).toThrow(
      expect.objectContaining({ code: 'ERR_FETCH_REDIRECTS' }),
    );
  });
});
