import { describe, expect, it } from '@jest/globals';
import { incidentIdOf } from './incident-id.js';
import { succeed } from './succession.js';

const group = (...formerIds: (string | null)[]) => ({
  mentionIds: formerIds.map((_, at) => `m${at}`),
  formerIds,
});
const former = (incidentId: string, foundedAt = 0) => ({ incidentId, foundedAt });

describe('the ids of incidents', () => {
  it('go on in the group that has most of the mentions', () => {
    const { continues, ended } = succeed([group('x'), group('x', 'x', null)], [former('x')]);
    expect(continues).toEqual([null, 'x']);
    expect(ended).toEqual([]);
  });

  it('of two that meet: the one founded first goes on', () => {
    const { continues, merged } = succeed(
      [group('young', 'young', 'old')],
      [former('young', 2), former('old', 1)],
    );
    expect(continues).toEqual(['old']);
    expect([...merged]).toEqual([['young', 'old']]);
  });

  it('end with their last mention', () => {
    expect(succeed([group(null)], [former('x')])).toMatchObject({
      continues: [null],
      ended: ['x'],
    });
  });

  it('follow from the founding mention alone', () => {
    expect(incidentIdOf('m')).toBe(incidentIdOf('m'));
    expect(incidentIdOf('m')).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set([incidentIdOf('m'), incidentIdOf('n'), incidentIdOf('m', 1)]).size).toBe(3);
  });
});
