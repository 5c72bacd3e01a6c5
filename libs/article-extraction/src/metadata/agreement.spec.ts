import { describe, expect, it } from '@jest/globals';
import { agreeingWith, distinct, isLater, supportOf } from './agreement.js';
import type { DateCandidate } from './date-candidates.js';
import { dayNumber } from './date-value.js';

const candidate = (date: string, rest: Partial<DateCandidate> = {}): DateCandidate => ({
  date,
  otherwise: null,
  source: 'visible',
  kind: 'unknown',
  weight: 4,
  ...rest,
});
const day = dayNumber('2026-05-02');

describe('what agrees with a day', () => {
  it('is of that day, read either way', () => {
    expect(agreeingWith(candidate('2026-05-02'), day, false)).toHaveLength(1);
    const swapped = candidate('2026-02-05', { otherwise: '2026-05-02' });
    expect(agreeingWith(swapped, day, false)).toMatchObject([{ date: '2026-05-02' }]);
  });

  it('is of a day beside it only where a zone may have shifted an instant', () => {
    expect(agreeingWith(candidate('2026-05-03'), day, false)).toEqual([]);
    expect(agreeingWith(candidate('2026-05-03'), day, true)).toHaveLength(1);
    expect(agreeingWith(candidate('2026-05-03T01:00:00Z'), day, false)).toHaveLength(1);
    expect(agreeingWith(candidate('2026-05-04T01:00:00Z'), day, true)).toEqual([]);
  });
});

describe('the support of a day', () => {
  it('counts each kind of place once', () => {
    const own = candidate('2026-05-02');
    const meta = candidate('2026-05-02', { source: 'meta', weight: 6 });
    expect(supportOf(own, [own, own, meta, candidate('2025-01-01')])).toBe(10);
  });
});

describe('an unlabelled date after the last change', () => {
  it('is of something else', () => {
    const changed = candidate('2026-05-02', { kind: 'modified' });
    expect(isLater(candidate('2026-05-05'), changed)).toBe(true);
    expect(isLater(candidate('2026-05-03'), changed)).toBe(false);
    expect(isLater(candidate('2026-05-05', { kind: 'published' }), changed)).toBe(false);
    expect(isLater(candidate('2026-05-05'), undefined)).toBe(false);
  });
});

describe('candidates', () => {
  it('are taken once, at their greatest weight, and in bounded number', () => {
    const twice = [candidate('2026-05-02', { weight: 2 }), candidate('2026-05-02')];
    expect(distinct(twice)).toEqual([candidate('2026-05-02')]);
    const many = Array.from({ length: 5_000 }, (_, at) => candidate(`2026-05-02T00:00:${at}`));
    expect(distinct(many)).toHaveLength(120);
  });
});
