import { describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import { isKindKey, KIND_KEYS, KINDS, kindOf, titleOf } from './incident-kind.js';

const what = (of: Partial<Incident['what']>): Pick<Incident, 'what'> => ({
  what: {
    family: 'political',
    acledEventType: null,
    acledSubEventType: null,
    ploverType: null,
    modes: [],
    contexts: [],
    ucdpTypeOfViolence: null,
    hazardType: null,
    civilianTargeting: false,
    instruments: [],
    ...of,
  },
});

describe('the kind of an incident', () => {
  it.each([
    [what({ acledEventType: 'Riots' }), 'riots'],
    [what({ family: 'crime', acledEventType: 'Violence against civilians' }), 'civilians'],
    [what({ family: 'accident', acledEventType: 'Explosions/Remote violence' }), 'accident'],
    [what({ family: 'disaster' }), 'disaster'],
    [what({ family: 'unknown' }), 'other'],
  ] as const)('%j is %s', (incident, key) => expect(kindOf(incident).key).toBe(key));

  it('has an outline that no other has', () => {
    expect([...KINDS.keys()]).toEqual([...KIND_KEYS]);
    expect(new Set([...KINDS.values()].map(({ path }) => path)).size).toBe(KINDS.size);
  });

  it('is known by its key only', () => {
    expect(isKindKey('riots')).toBe(true);
    expect(isKindKey('Riots')).toBe(false);
  });
});

describe('what it is called', () => {
  it.each([
    [what({ acledEventType: 'Riots', acledSubEventType: 'Mob violence' }), 'Mob violence'],
    [what({ acledEventType: 'Riots' }), 'Riots'],
    [what({ family: 'accident', hazardType: 'Technological/Transport/road' }), 'Transport, road'],
    [what({ family: 'disaster' }), 'Disaster'],
    [what({ family: 'unknown' }), 'Incident'],
  ] as const)('%j is %s', (incident, title) => expect(titleOf(incident)).toBe(title));
});
