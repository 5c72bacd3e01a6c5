import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { TriggerIndex } from './trigger-index.js';

const senses = {
  arms: { family: 'political', group: 'weapons' },
  town: { family: 'political', group: 'territory' },
  grab: { family: 'crime', group: 'robbery' },
  mob: { family: 'political', group: 'protest' },
} as const;

const index = new TriggerIndex(
  {
    verbs: { grab: ['seize', 'seize power'] },
    nouns: { arms: ['arms seizure'] },
    adjectives: { grab: ['up for grabs'] },
    patterns: { arms: ['seize, find | @weapons'], town: ['seize | town'], mob: ['beat | crowd'] },
    things: { weapons: ['rifle', 'mine'] },
    weak: ['find'],
  },
  senses,
);

const found = (text: string): string[] =>
  index.findAll(tokenize(text)).map(({ value }) => `${value[0]!.sense.id} ${value[0]!.form}`);

describe('a verb with its thing', () => {
  it.each([
    ['Police seized twelve old rifles.', ['arms past']],
    ['Rebels seized the town.', ['town past']],
    ['Two mines were found near the road.', ['arms past']],
    ['Rebels seize the town and its rifles.', ['town base']],
    ['A crowd beat the thief.', ['mob past']],
    ['The thief was beaten by a crowd.', ['mob participle']],
  ])('has the sense that goes with it in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['Thieves seized a purse.', ['grab past']],
    ['“They seized a purse,” said Constable Mine.', ['grab past']],
    ['The boy found a coin.', []],
    ['Nothing was found; a rifle was missing.', []],
    ['They find the man who sold the rifle.', []],
    ['Officers beat the crowd.', []],
    ['The crowd was beaten.', []],
  ])('has none or the plain one without it in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('gives way to a longer phrase', () => {
    expect(found('Officers seized power in the town.')).toEqual(['grab past']);
  });
});

describe('a phrase', () => {
  it('is found as noun, plural and adjective', () => {
    expect(found('After arms seizures the seat was up for grabs.')).toEqual([
      'arms noun',
      'grab participle',
    ]);
  });
});
