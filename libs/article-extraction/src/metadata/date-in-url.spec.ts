import { describe, expect, it } from '@jest/globals';
import { dateInUrl } from './date-in-url.js';

describe('the day in an address', () => {
  it.each([
    ['https://example.org/2026/05/02/bread', '2026-05-02'],
    ['https://example.org/2026/5/2/bread', '2026-05-02'],
    ['https://example.org/bread-2026-05-02', '2026-05-02'],
    ['https://example.org/20260502_bread', '2026-05-02'],
    ['https://example.org/news/02-05-2026/bread', '2026-05-02'],
    ['https://web.archive.org/web/20260601000000/http://example.org/2026/05/02/b', '2026-05-02'],
    ['https://web.archive.org/web/20260601000000/http://example.org/b', null],
    ['https://example.org/2026/05/bread', null],
    ['https://example.org/story/120260502123', null],
  ])('%s is %s', (url, date) => expect(dateInUrl(url)).toBe(date));
});
