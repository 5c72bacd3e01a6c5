import { describe, expect, it } from '@jest/globals';
import { redirectTarget } from './redirect.js';

const answer = (status: number, location?: string) => ({
  url: 'http://a.org/x/y',
  status,
  headers: (location === undefined ? {} : { location }) as Record<string, string>,
  body: Buffer.alloc(0),
});

describe('a redirect', () => {
  it('leads to its location, taken against where it stood', () => {
    expect(redirectTarget(answer(301, '../z'))?.href).toBe('http://a.org/z');
    expect(redirectTarget(answer(308, '//b.org'))?.href).toBe('http://b.org/');
  });

  it('is none for other statuses, whatever their headers', () => {
    expect(redirectTarget(answer(200, 'http://b.org/'))).toBeNull();
    expect(redirectTarget(answer(304))).toBeNull();
  });

  it('that leads nowhere is a failure', () => {
    for (const bad of [answer(302), answer(302, 'http://'), answer(302, '')])
      expect(() => redirectTarget(bad)).toThrow(
        expect.objectContaining({ code: 'ERR_FETCH_REDIRECTS' }),
      );
  });
});
