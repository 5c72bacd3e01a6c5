import { describe, expect, it } from '@jest/globals';
import { findNumbers } from '../../numbers/counts.js';
import { findPeople } from '../../people/phrases.js';
import { tokenize } from '../../text/tokens.js';
import { readHarm } from './read-harm.js';

const harm = (text: string): [string, string][] => {
  const tokens = tokenize(text);
  const people = findPeople(tokens, findNumbers(tokens), false);
  return readHarm(tokens, people).map(({ effect, people: whom }) => [
    effect,
    whom
      .map((p) =>
        tokens
          .slice(p.from, p.to)
          .map((t) => t.text)
          .join(' '),
      )
      .join(' + '),
  ]);
};

describe('harm told without a verb of harming', () => {
  it.each<[string, [string, string][]]>([
    ['A man suffered a gunshot wound.', [['hurt', 'A man']]],
    ['Police found a woman with stab wounds.', [['hurt', 'a woman']]],
    ['The girl was hit by a stray bullet.', [['hurt', 'The girl']]],
    ['A bullet struck the boy in bed.', [['hurt', 'the boy']]],
    ['The boy is in stable condition.', [['injured', 'The boy']]],
    ['She was taken to a hospital.', [['hurt', 'She']]],
    ['The blast sent a teen to the hospital.', [['hurt', 'a teen']]],
    ['The teen was pronounced dead.', [['killed', 'The teen']]],
    ['The father of a girl who was pronounced dead wept.', [['killed', 'a girl']]],
    ['A boy shot himself.', [['hurt', 'A boy']]],
    ['Boy charged after shooting self, girl', [['hurt', 'Boy + girl']]],
    ['A blast sent both himself and a girl to the hospital.', [['hurt', 'himself + a girl']]],
    ['Two men dead, child in hospital', [['hurt', 'child']]],
    ['Bob Roe said the death is being treated as an accident.', []],
    ['Bob Roe said the incident is being treated at this stage as an accident.', []],
    ['Two hostages said that Roe shot himself.', [['hurt', 'himself']]],
    ['Dad fatally shot daughter, himself', [['killed', 'himself']]],
    ['Man kills wife, shoots daughter', [['hurt', 'daughter']]],
    ['A second victim drove herself to a hospital.', [['hurt', 'A second victim']]],
    ['Two men were taken to a hospital, where they died.', [['killed', 'Two men']]],
    ['A man was taken to a hospital where another died.', [['hurt', 'A man']]],
    ['The coroner pronounced Ann Roe of Springfield dead on Monday.', [['killed', 'Ann Roe']]],
    ['They declared a boy the winner; another is dead.', []],
    ['The fatal accidental shooting of a girl shocked them.', [['killed', 'a girl']]],
    ['The shooting Saturday of a girl shocked them.', [['hurt', 'a girl']]],
    ['The shooting of a teacher shocked them.', [['hurt', 'a teacher']]],
    ['A man took his own life.', [['killed', 'A man']]],
    ['He kills wife, daughter, then himself', [['killed', 'himself']]],
    ['A man and a woman were hit by bullets.', [['hurt', 'A man + a woman']]],
    ['Seven people were hit.', [['hurt', 'Seven people']]],
    ['A girl came for treatment of a gunshot wound.', [['hurt', 'A girl']]],
    ['Two boys sent to the hospital', [['hurt', 'Two boys']]],
    ['Six men were treated for gunshot wounds.', [['hurt', 'Six men']]],
    [
      'Three men were taken to a hospital with non-life-threatening injuries.',
      [
        ['injured', 'Three men'],
        ['injured', 'Three men'],
      ],
    ],
    [
      'She was taken to a hospital with a wound that was not considered life-threatening.',
      [
        ['injured', 'She'],
        ['injured', 'She'],
      ],
    ],
    ['Her brother is in the hospital.', [['hurt', 'Her brother']]],
    ['He fired twice, hitting the woman in a leg.', [['hurt', 'the woman']]],
    ['A mother shot her two sons and herself.', [['hurt', 'herself']]],
    ['A girl has a life-threatening gunshot wound.', [['hurt', 'A girl']]],
    ['A boy shot himself and a friend.', [['hurt', 'A boy + a friend']]],
    ['The girl was declared brain dead.', [['killed', 'The girl']]],
    [
      'Five people, including a baby, were taken to a hospital.',
      [['hurt', 'Five people + a baby']],
    ],
  ])('%j', (text, expected) => {
    expect(harm(text)).toEqual(expected);
  });

  it.each([
    'The boy was not hit by a bullet.',
    'A car hit a tree.',
    'The man was charged with assault causing injury.',
    'His injuries were minor.',
    'The doctor works at the hospital.',
    'A man was hit with a fine.',
    'It was called a murder-suicide.',
  ])('not in %j', (text) => {
    expect(harm(text)).toEqual([]);
  });

  it('marks what only a hospital tells, and who did it himself', () => {
    const read = (text: string) => {
      const tokens = tokenize(text);
      return readHarm(tokens, findPeople(tokens, findNumbers(tokens), false))[0];
    };
    expect(read('A boy was rushed to a hospital.')).toMatchObject({ weak: true });
    expect(read('A man killed himself.')).toMatchObject({ suicide: true, weak: false });
  });
});
