import { describe, expect, it } from '@jest/globals';
import type { TypeFacts } from './type-facts.js';
import { POSSIBLE_TYPES, TYPE_RULES } from './type-rules.js';

const set = (words = ''): ReadonlySet<string> => new Set(words.split(',').filter(Boolean));

/** Facts from a class and comma-separated words; the senses are own and near alike. */
function facts(
  eventClass: TypeFacts['eventClass'],
  senses: string,
  more: {
    agents?: string;
    patients?: string;
    victims?: string;
    cues?: string;
    killed?: boolean;
    injured?: boolean;
  } = {},
): TypeFacts {
  const ids = senses.split(',').filter(Boolean);
  return {
    eventClass,
    senses: ids.map((id) => ({ id, family: 'political', sub: 'Other', group: 'any' })),
    own: new Set(ids),
    near: new Set(ids),
    agents: set(more.agents),
    patients: set(more.patients),
    victims: set(more.victims ?? more.patients),
    targets: set(),
    cues: set(more.cues),
    killed: more.killed ?? false,
    injured: more.injured ?? false,
    arrested: ids.includes('arrest'),
  };
}

const first = (given: TypeFacts): string | undefined =>
  TYPE_RULES.find(({ when }) => when(given))?.outcome;

describe('the table of types', () => {
  it.each<[string, TypeFacts]>([
    ['disaster', facts('disaster', 'flood', { killed: true })],
    ['accident', facts('accident', 'crash', { killed: true })],
    ['accident', facts('force', 'explosion,leak', { killed: true })],
    [
      'Violent demonstration',
      facts('force', 'kill,riot', { patients: 'police', killed: true, agents: 'rioter' }),
    ],
    ['Mob violence', facts('protest', 'mob', { killed: true })],
    ['Violent demonstration', facts('protest', 'protest,riot', { killed: true })],
    ['Excessive force against protesters', facts('protest', 'protest,shoot', { killed: true })],
    [
      'Excessive force against protesters',
      facts('protest', 'protest,disperse', { agents: 'police', cues: 'live-fire' }),
    ],
    ['Protest with intervention', facts('protest', 'protest,disperse', { agents: 'police' })],
    ['Protest with intervention', facts('protest', 'protest,arrest', { agents: 'police' })],
    ['Peaceful protest', facts('protest', 'protest')],
    ['Non-violent transfer of territory', facts('territory', 'capture', { cues: 'without-force' })],
    ['Non-violent transfer of territory', facts('territory', 'hand-over-territory')],
    ['Non-state actor overtakes territory', facts('territory', 'capture', { agents: 'rebel' })],
    ['Non-state actor overtakes territory', facts('territory', 'regain', { agents: 'rebel' })],
    ['Government regains territory', facts('territory', 'capture', { agents: 'military' })],
    ['Government regains territory', facts('territory', 'regain,clash')],
    ['Attack', facts('abduction', 'abduct,kill', { killed: true })],
    ['Abduction/forced disappearance', facts('abduction', 'abduct')],
    ['Suicide bomb', facts('force', 'bombing,suicide-bomb', { killed: true })],
    ['Chemical weapon', facts('force', 'shelling,chemical')],
    ['Sexual violence', facts('force', 'sexual,beat', { agents: 'military' })],
    ['Grenade', facts('force', 'grenade')],
    ['Armed clash', facts('battle', 'clash,shelling', { killed: true })],
    ['Air/drone strike', facts('force', 'air-strike')],
    ['Shelling/artillery/missile attack', facts('force', 'shelling')],
    ['Remote explosive/landmine/IED', facts('force', 'bombing')],
    [
      'Attack',
      facts('force', 'assassinate,kill', {
        agents: 'attacker',
        patients: 'police,government',
        killed: true,
      }),
    ],
    ['Arrests', facts('crime', 'organised-crime,arrest')],
    ['Armed clash', facts('force', 'attack', { agents: 'rebel', patients: 'military' })],
    ['Armed clash', facts('force', 'attack', { agents: 'rebel', cues: 'military-site' })],
    ['Attack', facts('force', 'attack', { agents: 'rebel', patients: 'civilian', killed: true })],
    ['Armed clash', facts('force', 'shoot', { victims: 'police' })],
    ['Attack', facts('force', 'shoot', { victims: 'police,civilian' })],
    ['Attack', facts('force', 'shoot', { agents: 'police', victims: 'civilian' })],
    ['Looting/property destruction', facts('force', 'loot')],
    ['Attack', facts('force', 'arson,kill', { killed: true })],
    ['Disrupted weapons use', facts('weapons', 'defuse')],
    ['Arrests', facts('arrest', 'arrest', { patients: 'rebel' })],
    ['crime', facts('crime', 'organised-crime')],
    ['Headquarters or base established', facts('deployment', 'base,deploy')],
    ['Change to group/activity', facts('deployment', 'withdraw')],
    ['Agreement', facts('politics', 'surrender')],
    ['claim', facts('politics', 'allege')],
    ['Other', facts('politics', 'curfew')],
  ])('%s', (outcome, given) => {
    expect(first(given)).toBe(outcome);
  });
});

describe('what weaker signs make possible', () => {
  const possible = (given: TypeFacts): string[] =>
    POSSIBLE_TYPES.filter(({ when }) => when(given)).map(({ outcome }) => outcome);

  it('is force by police where people were hurt at a protest', () => {
    const given = facts('protest', 'protest,beat', { cues: 'police-words', injured: true });
    expect(possible(given)).toContain('Excessive force against protesters');
  });

  it('is no demonstration where there was a gunfight', () => {
    const given = facts('battle', 'gunfight,riot', { agents: 'rioter', cues: 'violent' });
    expect(possible(given)).not.toContain('Violent demonstration');
  });

  it('is no measure where something was only said', () => {
    const given: TypeFacts = {
      ...facts('politics', '', { cues: 'negotiation,deploy-words' }),
      senses: [{ id: 'demand', family: 'political', sub: 'Other', group: 'speech' }],
    };
    expect(possible(given)).toEqual(['verbal']);
  });
});
