import { describe, expect, it } from '@jest/globals';
import { nobody, type Person } from '../../people/person.js';
import { amount, sum } from './amount.js';

const person = (fields: Partial<Person> = {}): Person => ({ ...nobody, from: 0, to: 1, ...fields });
const counted = (low: number, high: number | null = low, vague = false): Person =>
  person({ plural: true, count: { low, best: low, high, vague } });
const uncounted = person({ plural: true });

describe('how many people are', () => {
  it('is one for each who stands alone', () => {
    expect(sum([person(), person()])).toEqual({ low: 2, best: 2, high: 2, vague: false });
    expect(amount([person()]).stated).toBe(false);
  });

  it('adds up, and is as vague and as open as its parts', () => {
    expect(sum([counted(3), person()])).toEqual({ low: 4, best: 4, high: 4, vague: false });
    expect(sum([counted(20, null, true), counted(2)])).toEqual({
      low: 22,
      best: 22,
      high: null,
      vague: true,
    });
    expect(amount([counted(3)]).stated).toBe(true);
  });

  it('is open above where some are not counted', () => {
    expect(sum([counted(3), uncounted])).toMatchObject({ low: 3, high: null });
    expect(sum([uncounted, counted(3)])).toMatchObject({ low: 3, high: 3 });
    expect(sum([uncounted])).toBeNull();
    expect(sum([])).toBeNull();
  });

  it('counts parts by their whole', () => {
    const whole = amount([counted(12), { ...counted(3), part: true }]);
    expect(whole.quantity).toMatchObject({ best: 12 });
    expect(amount([{ ...counted(3), part: true }])).toEqual({ quantity: null, stated: false });
  });
});
