import { expect, it } from '@jest/globals';
import { encode, type Incident } from '@tocsin/contracts';
import { incidentOf } from '@tocsin/contracts/testing';
import { cleanse } from './cleanse-incident.js';

const incident: Incident = {
  ...incidentOf(),
  revision: 4,
  summary: 'Gunmen shot Aizhan in the market.',
  actors: [{ role: 'actor', words: 'gunmen', claims: [0] } as never],
  victims: [{ words: 'Aizhan', name: 'Aizhan', claims: [0] }],
  casualties: {
    ...incidentOf().casualties,
    killed: {
      low: 12,
      best: 12,
      high: null,
      basis: 'vague',
      words: 'a dozen',
      claims: [0],
    } as never,
  },
};

it('nothing that was said is left of it, and what it was is', () => {
  const bare = cleanse(incident);
  const { incidentId, where, what } = incident;
  expect(bare).toMatchObject({
    incidentId,
    revision: 5,
    summary: '',
    sources: [],
    claims: [],
    what: { acledEventType: what.acledEventType },
    where: { place: where.place },
    casualties: { killed: { best: 12, claims: [] } },
  });
  for (const words of ['gunmen', 'Aizhan', 'a dozen', 'https://'])
    expect(JSON.stringify(bare)).not.toContain(words);
});

it('it is still an incident as subscribers know them', () => {
  expect(() => encode('incident-updated', cleanse({ ...incident, actors: [] }))).not.toThrow();
});
