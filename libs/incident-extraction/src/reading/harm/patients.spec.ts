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
    ['Coroner identifies teen shot, killed on Christmas', ['teen']],
  ])('in %j', (text, people) => {
    expect(harmed(text)).toEqual(people);
  });
});
