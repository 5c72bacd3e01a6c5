import { describe, expect, it } from '@jest/globals';
import { pollHints } from './poll-hints.js';
import { inChannel } from './testing/read-feed.js';

const hints = (xml: string) => pollHints(inChannel(xml));
const HOUR = 3_600_000;

describe('what a feed says about polling', () => {
  it('is nothing, as a rule', () => {
    expect(hints('<title>t</title>')).toEqual({
      ttlMs: null,
      updatePeriodMs: null,
      skipHours: [],
      skipDays: [],
    });
  });

  it('is how long an answer lasts, in minutes', () => {
    expect(hints('<ttl>60</ttl>').ttlMs).toBe(HOUR);
    expect(hints('<ttl> 0.5 </ttl>').ttlMs).toBe(30_000);
  });

  it('is how often it is updated', () => {
    const period = (name: string, frequency = '') =>
      hints(`<sy:updatePeriod>${name}</sy:updatePeriod>${frequency}`).updatePeriodMs;
    expect(period('hourly')).toBe(HOUR);
    expect(period(' Daily ', '<sy:updateFrequency>4</sy:updateFrequency>')).toBe(6 * HOUR);
    expect(period('weekly', '<sy:updateFrequency>0</sy:updateFrequency>')).toBe(7 * 24 * HOUR);
    expect(period('sometimes')).toBeNull();
  });

  it('is when it sleeps', () => {
    const xml =
      '<skipHours><hour>24</hour><hour>3</hour><hour>3</hour><hour>25</hour></skipHours><skipDays><day>sunday</day><day>Monday</day><day>x</day></skipDays>';
    expect(hints(xml)).toMatchObject({ skipHours: [0, 3], skipDays: ['Monday', 'Sunday'] });
  });

  it.each(['-1', '0', 'NaN', '1e9', '', 'Infinity', '99999999999'])('is not taken at %j', (ttl) => {
    expect(hints(`<ttl>${ttl}</ttl>`).ttlMs).toBeNull();
  });
});
