import { describe, expect, it } from '@jest/globals';
import { localTime } from './local-time.js';

const instant = '2026-05-03T01:30:00Z';

describe('an instant as the page’s readers see it', () => {
  it.each([
    ['with the clock that they see', '2026-05-02T21:30:00', [], '2026-05-02T21:30:00-04:00'],
    ['with a clock a minute off', '2026-05-02T21:31:00', [], '2026-05-02T21:30:00-04:00'],
    ['with the clock of a half-hour zone', '2026-05-03T07:00:00', [], '2026-05-03T07:00:00+05:30'],
    ['with the zone that they see', '2026-05-02T21:30:00-04:00', [], '2026-05-02T21:30:00-04:00'],
    [
      'with the zone of another date of the page',
      '2026-05-02',
      ['2026-05-01T10:00:00-07:00'],
      '2026-05-02T18:30:00-07:00',
    ],
    ['on the day that they see', '2026-05-02', [], '2026-05-02T23:30:00-02:00'],
    ['as it is, where they see its day', '2026-05-03', ['2026-05-01T10:00:00-07:00'], instant],
    ['as it is, where they see nothing', null, [], instant],
    ['as it is, where no zone explains what they see', '2026-05-07', [], instant],
  ])('is written %s', (_, seen, others, local) => {
    expect(localTime(instant, seen, others)).toBe(local);
    expect(Date.parse(localTime(instant, seen, others))).toBe(Date.parse(instant));
  });
});
