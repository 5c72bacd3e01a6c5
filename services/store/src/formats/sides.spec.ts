import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@tocsin/contracts';
import { incidentOf } from '@tocsin/contracts/testing';
import { sidesOf } from './sides.js';

const actor = (words: string, role: Actor['role'] = 'actor', inter?: number): Actor => ({
  role,
  words,
  claims: [],
  ...(inter === undefined ? {} : { inter }),
});

describe('the sides of an incident', () => {
  it('are its actors, whoever acts first, each once, claimants apart', () => {
    const actors = [
      actor('a group', 'claimant'),
      actor('police', 'intervenor', 1),
      actor('rioters', 'perpetrator', 5),
      actor('rioters'),
    ];
    expect(sidesOf(incidentOf({ actors }))).toMatchObject([
      { name: 'rioters', inter: 5 },
      { name: 'police', inter: 1 },
    ]);
  });

  it('are completed by civilians, or by a victim', () => {
    const { what } = incidentOf();
    const victims = [{ words: 'two farmers', claims: [] }];
    expect(
      sidesOf(
        incidentOf({ actors: [actor('x')], what: { ...what, civilianTargeting: true }, victims }),
      )[1],
    ).toMatchObject({ name: 'Civilians', inter: 7 });
    expect(sidesOf(incidentOf({ actors: [], victims }))).toMatchObject([
      null,
      { name: 'two farmers' },
    ]);
  });
});
