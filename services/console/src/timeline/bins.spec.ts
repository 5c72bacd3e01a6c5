import { describe, expect, it } from '@jest/globals';
import { incident } from '../testing/incident.js';
import { timelineOf } from './bins.js';

const { when, what } = incident();
const on = (start: string | null, end = start) => incident({ when: { ...when, start, end } });
const days = (...starts: (string | null)[]) => timelineOf(starts.map((start) => on(start)));

describe('incidents by time', () => {
  it('of a few days stand by day, without gaps', () => {
    const { unit, bins } = days('2022-01-05', '2022-01-03', '2022-01-05T18:00');
    expect(unit).toBe('day');
    expect(bins.map(({ from, to, total }) => [from, to, total])).toEqual([
      ['2022-01-03', '2022-01-03', 1],
      ['2022-01-04', '2022-01-04', 0],
      ['2022-01-05', '2022-01-05', 2],
    ]);
  });

  it.each([
    ['2022-01-01', '2022-02-28', 'day', '2022-01-01', '2022-02-28'],
    ['2022-01-01', '2022-12-31', 'week', '2021-12-27', '2023-01-01'],
    ['2020-02-10', '2024-02-20', 'month', '2020-02-01', '2024-02-29'],
    ['1999-05-01', '2022-01-01', 'year', '1999-01-01', '2022-12-31'],
  ])('from %s to %s stand by %3$s', (first, last, unit, from, to) => {
    const timeline = days(first, last);
    expect(timeline.unit).toBe(unit);
    expect(timeline.bins[0]?.from).toBe(from);
    expect(timeline.bins.at(-1)?.to).toBe(to);
    expect(timeline.bins.length).toBeLessThanOrEqual(62);
    expect(timeline.bins.reduce((sum, { total }) => sum + total, 0)).toBe(2);
  });

  it('are counted by kind', () => {
    const accident = incident({
      what: { ...what, family: 'accident' },
      when: { ...when, start: '2022-01-03' },
    });
    const [bin] = timelineOf([on('2022-01-03'), accident, accident]).bins;
    expect([...(bin?.counts ?? [])]).toEqual([
      ['riots', 1],
      ['accident', 2],
    ]);
  });

  it('stand at their last day where the first is unknown, and nowhere without a day', () => {
    const { bins, undated } = timelineOf([on(null, '2022-01-06'), on(null), on('some day')]);
    expect(bins.map(({ from }) => from)).toEqual(['2022-01-06']);
    expect(undated).toBe(2);
  });

  it('that are none have no time', () => {
    expect(timelineOf([])).toEqual({ unit: 'day', bins: [], undated: 0 });
  });
});
