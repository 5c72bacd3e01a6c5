import type { Incident } from '@tocsin/contracts';
import { describe, expect, it } from '@jest/globals';
import { incidentLines } from './incident-lines.js';

const NOW = new Date('2026-03-01T12:34:56Z');
const none = { killed: null, injured: null, missing: null, abducted: null, arrested: null };

/** As much of an incident as is printed. */
function incident(part: Partial<Incident> = {}): Incident {
  return {
    summary: 'Two officers were killed in clashes\nwith protesters.',
    what: { family: 'political', acledSubEventType: 'Violent demonstration' },
    where: { place: 'Almaty', admin1: null, countryIso3: 'KAZ' },
    when: { start: '2022-01-03', end: '2022-01-06' },
    casualties: { ...none, perpetratorsKilled: null },
    articleCount: 3,
    independentSourceCount: 2,
    ...part,
  } as Incident;
}
const figure = (low: number | null, high: number | null, best = low) => ({
  low,
  best,
  high,
  basis: 'stated',
  claims: [],
});
const killed = (value: unknown) =>
  incidentLines(
    incident({ casualties: { ...none, killed: value } as unknown as Incident['casualties'] }),
    NOW,
  );

describe('an incident on the terminal', () => {
  it('says when it came, what, where, when and from how many', () => {
    const [first] = incidentLines(incident(), NOW).split('\n');
    expect(first).toBe(
      '12:34:56  political: Violent demonstration · Almaty, KAZ · 2022-01-03..2022-01-06 · 2 sources, 3 articles',
    );
  });

  it('shows its summary on one line', () => {
    const [, second] = incidentLines(incident(), NOW).split('\n');
    expect(second?.trim()).toBe('Two officers were killed in clashes with protesters.');
  });

  it('cuts a summary that is too long', () => {
    const [, second] = incidentLines(incident({ summary: 'a '.repeat(500) }), NOW).split('\n');
    expect(second?.trim()).toHaveLength(160);
  });

  it.each([
    [figure(2, 2), 'killed 2 ·'],
    [figure(2, 5), 'killed 2–5 ·'],
    [figure(2, null), 'killed 2+ ·'],
    [figure(null, 9, null), 'killed 9 ·'],
    [{ ...figure(null, null, null), words: 'dozens' }, 'killed dozens ·'],
  ])('is no surer of %j than the incident is', (value, words) => {
    expect(killed(value)).toContain(words);
  });

  it('says nothing of what is not reported', () => {
    expect(incidentLines(incident(), NOW)).not.toContain('· killed');
  });

  it.each([
    [{ start: null, end: '2022-01-06' }, 'by 2022-01-06'],
    [{ start: '2022-01-06', end: '2022-01-06' }, ' · 2022-01-06 · '],
    [{ start: '2022-01-06', end: null }, 'from 2022-01-06'],
  ])('dates %j', (when, words) => {
    expect(incidentLines(incident({ when } as Partial<Incident>), NOW)).toContain(words);
  });

  it('leaves out a place that is not known', () => {
    const where = { place: null, admin1: null, countryIso3: null };
    const line = incidentLines(incident({ where } as Partial<Incident>), NOW);
    expect(line).toContain('Violent demonstration · 2022-01-03');
  });

  it('counts one source as one', () => {
    const line = incidentLines(incident({ articleCount: 1, independentSourceCount: 1 }), NOW);
    expect(line).toContain('· 1 source\n');
  });
});
