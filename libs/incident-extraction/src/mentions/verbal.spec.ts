import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { mentionsOf } from '../testing/mentions.js';

const plovers = (mentions: readonly Mention[]): (string | null)[] =>
  mentions.map(({ what }) => what.ploverType);

describe('an act of speech or diplomacy that a flash tells', () => {
  it.each([
    ['The minister demanded the withdrawal of all observers.', 'REQUEST'],
    ['The government rejected the offer.', 'REJECT'],
    ['The president accused the rebels of treason.', 'ACCUSE'],
    ['The rebels threatened to break the truce.', 'THREATEN'],
    ['The two presidents held talks in the capital.', 'CONSULT'],
    ['The government imposed sanctions on the bank.', 'SANCTION'],
    ['The minister praised the rescuers.', 'SUPPORT'],
    ['The government agreed to open the archive.', 'AGREE'],
    ['The Red Cross delivered food to the camps.', 'AID'],
    ['The army withdrew its troops from the border.', 'RETREAT'],
    ['The president lifted the curfew.', 'CONCEDE'],
    ['The two governments cooperated with the United Nations.', 'COOPERATE'],
    ['The government banned the newspaper.', 'COERCE'],
    ['The army mobilized reservists.', 'MOBILIZE'],
  ])('%j is a mention', (text, expected) => {
    expect(plovers(mentionsOf('', [text]))).toContain(expected);
  });
});

describe('an act of speech or diplomacy in an article', () => {
  const filler = Array.from({ length: 6 }, (_, i) => `The fair opened with music, day ${i + 1}.`);

  it('makes no incident of ordinary news', () => {
    expect(mentionsOf('Fair opens', ['The mayor praised the band.', ...filler])).toEqual([]);
  });

  it('is kept beside an incident where a political actor speaks', () => {
    const told = 'Rebels killed two farmers in Springfield.';
    const title = 'The government demanded a truce';
    expect(plovers(mentionsOf(title, [told, ...filler]))).toContain('REQUEST');
  });

  it('is comment where neither the title nor the first sentence tells it', () => {
    const told = ['Rebels killed two farmers in Springfield.', 'The government demanded a truce.'];
    expect(plovers(mentionsOf('Farmers killed', [...told, ...filler]))).not.toContain('REQUEST');
  });

  it('is not kept of others', () => {
    const told = ['Rebels killed two farmers in Springfield.', 'A shopper demanded a refund.'];
    expect(plovers(mentionsOf('Farmers killed', [...told, ...filler]))).not.toContain('REQUEST');
  });
});
