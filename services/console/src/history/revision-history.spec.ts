import { describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import { claim, figure, incident, revised } from '../testing/incident.js';
import { historyOf } from './revision-history.js';

const base = incident();
const killed = (n: number, claims: number[] = []) => ({
  ...base.casualties,
  killed: figure(n, n, claims),
});
const lines = (before: Partial<Incident>, after: Partial<Incident>) =>
  historyOf([
    revised(incident({ revision: 1, ...before })),
    revised(incident({ revision: 2, ...after })),
  ])[0]?.lines.map(({ label, before: was, after: is, who }) => [label, was, is, who]);

describe('the history of an incident', () => {
  it('tells how the toll rose, and who said so', () => {
    const hospital = claim({ attribution: [{ name: null, class: 'hospital' }] });
    const after = { claims: [hospital], casualties: killed(7, [0]) };
    expect(lines({ casualties: killed(3) }, after)).toEqual([['killed', '3', '7', 'hospital']]);
  });

  it('tells what came to be known and what is no longer said', () => {
    const none = { ...base.casualties, killed: null };
    expect(lines({ casualties: none }, { casualties: killed(3) })).toEqual([
      ['killed', null, '3', null],
    ]);
    expect(lines({ casualties: killed(3) }, { casualties: none })).toEqual([
      ['killed', '3', 'no longer reported', null],
    ]);
  });

  it('tells of kind, place, day, evidence and sources', () => {
    const after = {
      what: { ...base.what, acledSubEventType: 'Mob violence' as const },
      where: { ...base.where, place: 'Astana' },
      when: { ...base.when, start: '2022-01-05', end: '2022-01-05' },
      evidence: 'corroborated' as const,
      independentSourceCount: 2,
    };
    expect(lines({}, after)).toEqual([
      ['kind', 'Violent demonstration', 'Mob violence', null],
      ['place', 'Almaty, Kazakhstan', 'Astana, Kazakhstan', null],
      ['day', '3 Jan 2022 – 6 Jan 2022', '5 Jan 2022', null],
      ['evidence', 'candidate', 'corroborated', null],
      ['sources', '1', '2', null],
    ]);
  });

  it('is silent about what reads the same', () => {
    expect(lines({}, { lastSeenAt: '2022-01-07T00:00:00Z', summary: 'Other words.' })).toEqual([]);
  });

  it('goes from the newest revision to the first report, in whatever order they come', () => {
    const entries = historyOf([
      revised(incident({ revision: 2 }), { reason: 'its mentions or their sources changed' }),
      revised(incident({ revision: 1 })),
    ]);
    expect(entries.map(({ revision, headline }) => [revision, headline])).toEqual([
      [2, 'Updated'],
      [1, 'First report'],
    ]);
    expect(entries[1]?.lines.map(({ label }) => label)).toContain('place');
  });

  it('ends with why it was retracted, and when', () => {
    const retraction = { reason: 'The report was about an exercise.', at: '2022-01-09T10:00:00Z' };
    const [last] = historyOf([
      revised(incident({ revision: 1 })),
      revised(incident({ revision: 2, lifecycle: 'retracted', retraction }), {
        change: 'retracted',
      }),
    ]);
    expect(last).toMatchObject({ headline: 'Retracted', ...retraction });
  });

  it('names what it was merged into', () => {
    expect(lines({}, { lifecycle: 'merged', mergedInto: 'i9' })).toEqual([
      ['merged into', null, 'i9', null],
    ]);
  });
});
