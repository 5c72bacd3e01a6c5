import { describe, expect, it } from '@jest/globals';
import { statusFailure } from './status-failure.js';

const now = Date.parse('2022-01-06T10:00:00Z');
const answer = (status: number, headers: Record<string, string> = {}) =>
  statusFailure({ status, headers }, now);

describe('a status', () => {
  it('is no failure when there is a body to use, or none is needed', () => {
    for (const status of [200, 203, 206, 304]) expect(answer(status)).toBeNull();
  });

  it.each([
    [404, 'ERR_FETCH_NOT_FOUND', false],
    [410, 'ERR_FETCH_NOT_FOUND', false],
    [401, 'ERR_FETCH_STATUS', false],
    [204, 'ERR_FETCH_STATUS', false],
    [300, 'ERR_FETCH_STATUS', false],
    [429, 'ERR_FETCH_SERVER', true],
    [503, 'ERR_FETCH_SERVER', true],
  ])('%i is %s', (status, code, again) => {
    expect(answer(status)).toMatchObject({ code, again });
  });

  it('carries how long the server asks us to wait', () => {
    expect(answer(503, { 'retry-after': '7' })?.retryAfterMs).toBe(7_000);
    expect(answer(429, { 'retry-after': 'Thu, 06 Jan 2022 10:01:00 GMT' })?.retryAfterMs).toBe(
      60_000,
    );
    expect(answer(503)?.retryAfterMs).toBeNull();
  });
});
