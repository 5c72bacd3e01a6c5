import { describe, expect, it } from '@jest/globals';
import { FETCH_CODES } from './codes.js';
import { FetchFailure } from './fetch-failure.js';

describe('a failure', () => {
  it('says by its code alone how it ends and whether to try again', () => {
    expect(new FetchFailure('ERR_FETCH_ROBOTS', 'x')).toMatchObject({
      status: 'refused',
      again: false,
      retryAfterMs: null,
    });
    expect(new FetchFailure('ERR_FETCH_SERVER', 'x', { retryAfterMs: 5 })).toMatchObject({
      status: 'failed',
      again: true,
      retryAfterMs: 5,
    });
  });

  it('is never tried again when we refused it ourselves', () => {
    for (const { status, again } of Object.values(FETCH_CODES))
      if (status === 'refused') expect(again).toBe(false);
  });
});
