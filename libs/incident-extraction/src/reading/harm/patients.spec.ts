import { describe, expect, it } from '@jest/globals';
import { reading } from '../../testing/readings.js';

/** Who was harmed, sentence by sentence, in the text's own words. */
const harmed = (text: string): string[] => {
  const { tolls, sentence } = reading(text);
  const words = tolls.flatMap((toll) =>
    toll.people.map((person) =>
      sentence.tokens
        .slice(person.from, person.to)
        .map((token) => token.text)
        .join(' '),
    ),
  );
  return [...new Set(words)];
};

describe('whom a harm came to', () => {
  it.each<[string, string[]]>([
    ['The family of a 17-year-old shot and killed by an officer is here.', ['a 17-year-old']],
    ['According to Sgt. Al Poe, Ann Roe was shot.', ['Ann Roe']],
    ["He shot her sister, Roe's mother and a boy.", ['her sister', 'mother', 'a boy']],
    ['Man charged in wounding of 4-year-old child', ['4-year-old child']],
    ['Family bids farewell to toddler killed by gunfire', ['toddler']],
    ['The father of a girl was shot dead.', ['The father']],
    [
      'A man mourns his daughter, Ann Roe, 16, who died after being hit.',
      ['his daughter , Ann Roe'],
    ],
    [
      'Three people were killed and another critically injured in a fire.',
      ['Three people', 'another'],
    ],
    ["He took his mother's pistol and shot himself.", ['He']],
    ['A girl, 16, shot another boy on Monday.', ['another boy']],
    ['A gunman shot and wounded two officers on Monday.', ['two officers']],
    ['A man shot and wounded in a park is 30.', ['A man']],
    ['He wounded his father before he was shot by officers.', ['his father', 'he']],
    ['Homeowner shoots intruder', ['intruder']],
    ['Two girls, 2 men shot at party in Springfield', ['Two girls', '2 men']],
    ['Two gunmen shot at a bar in Springfield.', []],
    ['Four people shot at the officers on Monday.', []],
    [
      'Four men coming from a meal to honor a slain friend were shot.',
      ['a slain friend', 'Four men'],
    ],
    ['A 3-year-old son of an officer was killed.', ['A 3-year-old son']],
    ['Officer shot, suspect killed in Springfield', ['Officer', 'suspect']],
    ['Boy on life support after being hurt in crash dies', ['Boy']],
    ['Child among 3 shot in Springfield', ['3']],
    ['After the blast, Ann Roe, 28, of St. James, was killed.', ['Ann Roe']],
    ['Ann Roe, 28; Tom Lee, 31; and Al Poe, 40, were wounded.', ['Ann Roe', 'Tom Lee', 'Al Poe']],
    ['Two teens shot, killed at home', ['Two teens']],
    [
      'One man was shot in the leg, another in the arm and a third in the back.',
      ['One man', 'another', 'a third'],
    ],
    [
      'Officers found 37-year-old Ann Roe; 18-year-old Tom Lee were shot.',
      ['37-year-old Ann Roe', '18-year-old Tom Lee'],
    ],
    ['Coroner identifies teen shot, killed on Christmas', ['teen']],
  ])('in %j', (text, people) => {
    expect(harmed(text)).toEqual(people);
  });
});

describe('a wound that is fatal', () => {
  const fates = (text: string) => reading(text).tolls.map(({ effect }) => effect);

  it('kills whom it came to', () => {
    const text = 'A gunman fatally wounded one clerk on Monday.';
    expect(harmed(text)).toEqual(['one clerk']);
    expect(fates(text)).toEqual(['killed']);
    expect(harmed('The officers fired back, fatally wounding the suspect.')).toEqual([
      'the suspect',
    ]);
  });
});

describe('whoever is told to be unharmed', () => {
  it.each([
    'A girl was found uninjured and was taken to a hospital as a precaution.',
    'They found two other victims, but neither was injured.',
    'People can end up both victims and witnesses of shootings.',
    'He was one of several dozen victims of the shootings.',
  ])('is not counted: %s', (text) => {
    expect(reading(text).tolls).toEqual([]);
  });
});
