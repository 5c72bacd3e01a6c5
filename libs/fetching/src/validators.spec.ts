import { describe, expect, it } from '@jest/globals';
import { conditionalHeaders, validatorsOf } from './validators.js';

const none = { etag: null, lastModified: null };
const answer = (status: number, headers: Record<string, string>) => ({
  url: 'http://a.org/',
  status,
  headers,
  body: Buffer.alloc(0),
});

describe('validators', () => {
  it('go back as they came', () => {
    const kept = validatorsOf(answer(200, { etag: 'W/"a"', 'last-modified': 'yesterday' }), none);
    expect(conditionalHeaders(kept)).toEqual({
      'if-none-match': 'W/"a"',
      'if-modified-since': 'yesterday',
    });
  });

  it('are not sent when there are none', () => {
    expect(conditionalHeaders(none)).toEqual({});
  });

  it('survive a 304 that does not repeat them, but no 200', () => {
    const before = { etag: '"1"', lastModified: 'x' };
    expect(validatorsOf(answer(304, {}), before)).toEqual(before);
    expect(validatorsOf(answer(304, { etag: '"2"' }), before).etag).toBe('"2"');
    expect(validatorsOf(answer(200, {}), before)).toEqual(none);
  });
});
