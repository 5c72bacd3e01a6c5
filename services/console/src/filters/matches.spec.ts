import { describe, expect, it } from '@jest/globals';
import { incident } from '../testing/incident.js';
import { NO_FILTERS, type Filters } from './filters.js';
import { matches } from './matches.js';

const { when, casualties } = incident();

describe('a changed incident', () => {
  it.each<[Partial<Filters>, boolean | 'ask']>([
    [{}, true],
    [{ kind: 'riots' }, true],
    [{ kind: 'battles' }, false],
    [{ country: 'KAZ' }, true],
    [{ country: 'FRA' }, false],
    [{ killedMin: 2 }, true],
    [{ killedMin: 3 }, false],
    [{ evidence: 'candidate' }, true],
    [{ evidence: 'disputed' }, false],
    [{ from: '2022-01-06' }, true],
    [{ from: '2022-01-07' }, false],
    [{ to: '2022-01-03' }, true],
    [{ to: '2022-01-02' }, false],
    [{ text: 'police' }, 'ask'],
    [{ text: 'police', country: 'FRA' }, false],
  ])('is judged by %j: %p', (filters, expected) => {
    expect(matches(incident(), { ...NO_FILTERS, ...filters })).toBe(expected);
  });

  it('that was merged or retracted belongs nowhere', () => {
    expect(matches(incident({ lifecycle: 'merged' }), NO_FILTERS)).toBe(false);
  });

  it('without a day is in no span, without a toll above no number', () => {
    const vague = incident({
      when: { ...when, start: null, end: null },
      casualties: { ...casualties, killed: null },
    });
    expect(matches(vague, { ...NO_FILTERS, from: '2000-01-01' })).toBe(false);
    expect(matches(vague, { ...NO_FILTERS, to: '2030-01-01' })).toBe(false);
    expect(matches(vague, { ...NO_FILTERS, killedMin: 1 })).toBe(false);
    expect(matches(vague, NO_FILTERS)).toBe(true);
  });

  it('with a time of day is in the span of its day', () => {
    const timed = incident({ when: { ...when, start: '2022-01-06T18:00', end: null } });
    expect(matches(timed, { ...NO_FILTERS, to: '2022-01-06', from: '2022-01-06' })).toBe(true);
  });
});
