import { expect, it } from '@jest/globals';
import { encode } from '@tocsin/contracts';
import { mentionOf } from '../testing/mentions.js';
import { tellingLikeness } from './same-telling.js';
import { slimmed } from './slimmed.js';

const victims = Array.from({ length: 500 }, (_, i) => ({
  words: `Name ${i}`.repeat(100),
  name: `Name ${i}`,
  claims: [0],
}));
const large = mentionOf('m', {
  victims,
  summary: 'Rioters killed two officers in Almaty. '.repeat(100),
});

it('a slim mention is small, of the contract, and still the same telling', () => {
  const slim = slimmed(large);
  expect(JSON.stringify(slim).length).toBeLessThan(3_000);
  expect(tellingLikeness({ ...slim, mentionId: 'other' }, large)).toBe(1);
  const command = {
    commandId: 'c',
    action: 'retract' as const,
    incidentId: 'i',
    otherIncidentIds: [],
    mentionIds: [],
    subjects: [{ incidentId: 'i', mentions: [{ articleId: 'a', mention: slim }] }],
    reason: 'r',
    by: 'b',
    at: '2022-01-09T10:00:00.000Z',
  };
  expect(() => encode('incident-curated', command)).not.toThrow();
});
