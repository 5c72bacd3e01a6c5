import { describe, expect, it } from '@jest/globals';
import { eventTimeOf, timeOf } from './event-time.js';

describe('the event time of an article', () => {
  it('is that of its publication, else of its fetch', () => {
    expect(eventTimeOf('1970-01-01T00:00:02+00:00', '1970-01-01T00:00:09Z')).toBe(2_000);
    expect(eventTimeOf(null, '1970-01-01T00:00:09Z')).toBe(9_000);
    expect(eventTimeOf('last week', '1970-01-01T00:00:09Z')).toBe(9_000);
    expect(eventTimeOf(null, 'never')).toBe(0);
  });

  it.each([
    ['1970-01-02', 86_400_000],
    ['1970-01-01T01:00:00', 3_600_000],
    ['1970-01-01T01:00', 3_600_000],
    ['1970-01-01T01:00:00.5', 3_600_500],
    ['1970-01-01T01:00:00+01:00', 0],
  ])('does not hang on the machine’s zone: %s', (text, time) => {
    expect(timeOf(text)).toBe(time);
  });
});
