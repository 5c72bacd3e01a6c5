import { describe, expect, it } from '@jest/globals';
import { currentVersion, decode, encode, provisioning } from '../index.js';

const settled = {
  urlId: 'u1',
  url: null,
  version: null,
  stage: 'fetcher',
  end: 'rejected',
  code: 'ERR_FETCH_ROBOTS',
  reason: 'robots',
  at: '2022-01-06T18:00:00Z',
  traceparent: null,
} as const;
describe('a value on its way', () => {
  it('comes back as it went', () => {
    expect(decode('article-settled', '1', encode('article-settled', settled))).toEqual(settled);
    expect(currentVersion('article-settled')).toBe(1);
    expect(provisioning().length).toBeGreaterThan(9);
  });
});
