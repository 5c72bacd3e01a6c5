import { describe, expect, it } from '@jest/globals';
import { parkedFor, type FailingFeed } from './parking.js';

const DAY = 86_400_000;
const failing = (more: Partial<FailingFeed>): FailingFeed => ({
  code: 'ERR_FETCH_TIMEOUT',
  reason: 'The server took too long.',
  refused: false,
  httpStatus: null,
  failures: 1,
  failingForMs: 0,
  ...more,
});

describe('a failing feed', () => {
  it('is parked at once when its site says that it is gone', () => {
    expect(parkedFor(failing({ httpStatus: 410 }))).toMatch('gone');
    expect(parkedFor(failing({ httpStatus: 404 }))).toBeNull();
  });

  it('is parked after a few refusals of ours', () => {
    const refused = { refused: true, code: 'ERR_FETCH_ROBOTS', reason: 'robots.txt forbids it.' };
    expect(parkedFor(failing({ ...refused, failures: 2 }))).toBeNull();
    expect(parkedFor(failing({ ...refused, failures: 3 }))).toMatch('ERR_FETCH_ROBOTS');
  });

  it('is parked only after many failures over a long time', () => {
    expect(parkedFor(failing({ failures: 50, failingForMs: 13 * DAY }))).toBeNull();
    expect(parkedFor(failing({ failures: 9, failingForMs: 30 * DAY }))).toBeNull();
    expect(parkedFor(failing({ failures: 10, failingForMs: 14 * DAY }))).toMatch('14 days');
  });
});
