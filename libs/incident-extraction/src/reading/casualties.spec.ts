import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

const tolls = (text: string): [string, number | null | undefined][] =>
  reading(text).tolls.map((toll) => [toll.effect, toll.quantity?.best]);

describe('tolls', () => {
  it.each<[string, [string, number | null | undefined][]]>([
    [
      '1 killed, 3 wounded in shooting',
      [
        ['killed', 1],
        ['injured', 3],
      ],
    ],
    [
      'One person was killed and three others injured.',
      [
        ['killed', 1],
        ['injured', 3],
      ],
    ],
    ['12 people, including three children, were killed.', [['killed', 12]]],
    ['A man and a woman were shot dead.', [['killed', 2]]],
    ['Two victims, a man and a woman, were shot dead.', [['killed', 2]]],
    ['The man was killed, police said.', [['killed', 1]]],
    ['A boy killed his father and a first-grader.', [['killed', 2]]],
    ['Rebels attacked a post, wounding a woman and a girl.', [['injured', 2]]],
    ['Two officers who guarded her house and a clerk were wounded.', [['injured', 3]]],
    ['A man who wanted to join the army was killed.', [['killed', 1]]],
    [
      'MR. DIAZ WAS KILLED AND MR. PEREZ WAS WOUNDED.',
      [
        ['killed', 1],
        ['injured', 1],
      ],
    ],
    ['A bomb killed at least five soldiers.', [['killed', 5]]],
    [
      'Four people were shot, one fatally.',
      [
        ['hurt', 4],
        ['killed', 1],
      ],
    ],
    ['There were three deaths.', [['killed', 3]]],
    ['The death toll has risen to 13.', [['killed', 13]]],
    ['Two bodies were found in the river.', [['killed', 2]]],
    ['Two dozen people were arrested.', [['arrested', 24]]],
    ['Officers were injured.', [['injured', undefined]]],
    ['A 25-year-old man was killed at 10 p.m.', [['killed', 1]]],
    ['The mayor was kidnapped.', [['abducted', 1]]],
    ['Three gunmen could have killed two men.', []],
  ])('of %j', (text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });

  it.each<[string, [string, number | null | undefined][]]>([
    [
      'Officials said at least 84 people, including children, were killed by the driver.',
      [['killed', 84]],
    ],
    [
      'At least 16 members of the "Peasant Patrol" (a militia that fights rebels) died.',
      [['killed', 16]],
    ],
    ['They had a hard time identifying Roe, who was pronounced dead.', [['killed', 1]]],
    ['Two men, 18 and 20, and one woman, 19, were wounded.', [['injured', 3]]],
    ['His roommate, also a police officer, was taken into custody.', [['arrested', 1]]],
    ['Police said 12 villagers were killed.', [['killed', 12]]],
    ['Gunmen killed 12 villagers.', [['killed', 12]]],
    ['Five people — two of them children — were killed.', [['killed', 5]]],
    [
      'Five people were shot, two of them fatally.',
      [
        ['hurt', 5],
        ['killed', 2],
      ],
    ],
    [
      'Two students were killed and another one, identified as Juan Roe, was wounded.',
      [
        ['killed', 2],
        ['injured', 1],
      ],
    ],
    ['He drove the car that killed Terry A. Roe in May.', [['killed', 1]]],
  ])('are of the verb’s own subject or object in %j', (text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });

  it('keep bounds', () => {
    const [toll] = reading('At least two officers were beheaded.').tolls;
    expect(toll?.quantity).toMatchObject({ low: 2, best: 2, high: null });
  });

  it('know what is stated from what is counted', () => {
    expect(reading('A man was killed.').tolls[0]?.stated).toBe(false);
    expect(reading('One man was killed.').tolls[0]?.stated).toBe(true);
  });

  it('are of the part that is told, or of the whole right behind it', () => {
    expect(tolls('One of the three priests was kidnapped.')).toEqual([['abducted', 1]]);
    expect(tolls('He was one of the five people shot in the bar.')).toEqual([['hurt', 5]]);
    expect(tolls('Two of the five priests who were kidnapped were killed.')).toEqual([
      ['abducted', 5],
      ['killed', 2],
    ]);
    expect(tolls('A boy, one of three people hit by gunfire, was killed.')).toEqual(
      expect.arrayContaining([
        ['hurt', 3],
        ['killed', 1],
      ]),
    );
  });

  it('are of all those among whom someone was', () => {
    expect(tolls('He was among 12 people injured in the crash.')).toEqual([['injured', 12]]);
    expect(tolls('A nurse was among 12 injured.')).toEqual([['injured', 12]]);
  });

  it('are of whom an inverted sentence names last', () => {
    expect(tolls('Also killed was Ann Roe, 30.')).toEqual([['killed', 1]]);
    expect(tolls('Wounded in the attack were two officers.')).toEqual([['injured', 2]]);
    expect(tolls('Killed were Ann Roe, 30, and Tom Poe.')).toEqual([['killed', 2]]);
  });

  it('are of families and of both', () => {
    expect(tolls('A mother and her two children were killed.')).toEqual([['killed', 3]]);
    expect(tolls('A couple and their son were killed.')).toEqual([['killed', 3]]);
    expect(tolls('Both men were killed.')).toEqual([['killed', 2]]);
    expect(tolls('Both were killed.')).toEqual([['killed', 2]]);
  });

  it('are of those hit where fire was opened', () => {
    expect(tolls('The gunman opened fire, striking six and killing two.')).toEqual(
      expect.arrayContaining([
        ['hurt', 6],
        ['killed', 2],
      ]),
    );
  });

  it('are of objects joined to a pronoun or told of by a gerund', () => {
    expect(tolls('He is accused of killing two men and wounding another in a bar.')).toEqual([
      ['killed', 2],
      ['injured', 1],
    ]);
    expect(tolls('He opened fire, killing her and another woman.')).toEqual([['killed', 2]]);
    expect(tolls('A man killed two of his grandchildren and his daughter.')).toEqual([
      ['killed', 3],
    ]);
  });

  it('are of those told by name or kin whose bodies are found', () => {
    expect(tolls('The bodies of his wife and her two sons were found.')).toEqual([['killed', 3]]);
    expect(tolls('The bodies of Ann Roe, Tom Poe and Al Lee were found.')).toEqual([['killed', 3]]);
    expect(tolls('The bodies were identified.')).toEqual([]);
  });

  it('are of the part that dies of the whole that is hurt', () => {
    expect(
      tolls('Five people were shot, including two men who were killed and two who were hurt.'),
    ).toEqual(
      expect.arrayContaining([
        ['hurt', 5],
        ['killed', 2],
      ]),
    );
    expect(tolls('Six were shot in a fight, with Ann Roe dying of her wounds.')).toEqual([
      ['hurt', 6],
      ['killed', 1],
    ]);
    expect(tolls('It left six dead, including two boys, and one wounded.')).toEqual([
      ['killed', 6],
      ['injured', 1],
    ]);
  });

  it('are of all of a list, whatever stands before the verb', () => {
    expect(tolls('A mother, a father and one of their sons were all shot.')).toEqual([['hurt', 3]]);
    expect(tolls('The victims, a boy and a woman, both died.')).toEqual([['killed', 2]]);
    expect(tolls('He left after he and his brother were shot.')).toEqual([['hurt', 2]]);
    expect(tolls('The bullets hit his wife and his son.')).toEqual([['hurt', 2]]);
    expect(tolls('Including the gunman, five people died.')).toEqual([['killed', 5]]);
    expect(tolls('A homeowner killed an intruder, his son also was shot.')).toEqual([
      ['killed', 1],
      ['hurt', 1],
    ]);
  });

  it('are of a number without a noun where a verb of harm has it', () => {
    expect(tolls('The gunman killed two and injured nine before he fled.')).toEqual([
      ['killed', 2],
      ['injured', 9],
    ]);
    expect(tolls('It left two men dead and three more hurt.')).toEqual([
      ['killed', 2],
      ['injured', 3],
    ]);
    expect(tolls('Two of the wounded died.')).toEqual([['killed', 2]]);
    expect(tolls('Two officers were shot, one of them fatally.')).toEqual([
      ['hurt', 2],
      ['killed', 1],
    ]);
  });

  it('are of whoever does the other thing where a gerund is passive, and of objects of one', () => {
    expect(tolls('The gunman shot a clerk before being killed by officers.')).toEqual([
      ['hurt', 1],
      ['killed', 1],
    ]);
    expect(tolls('A bullet hit the girl, killing her.')).toEqual([
      ['killed', 1],
      ['hurt', 1],
    ]);
  });

  it('are of those who die, not of all of whom they are part', () => {
    expect(tolls('Two of the nine victims died.')).toEqual([['killed', 2]]);
  });

  it('are nothing where it is open who was killed and who was hurt, or only attempted', () => {
    expect(tolls('Eight children have been killed or wounded.')).toEqual([]);
    expect(tolls('He is charged with the attempted murder of Ann Roe.')).toEqual([]);
  });

  it('are of the whole that is to suffer', () => {
    expect(tolls('He was one of five people to suffer gunshot wounds.')).toEqual([['hurt', 5]]);
  });

  it('are none where no one is gravely or really hurt', () => {
    expect(tolls('No one was seriously hurt.')).toEqual([]);
    expect(tolls('None have life-threatening injuries.')).toEqual([]);
    expect(tolls('The bullets nearly killed a clerk.')).toEqual([]);
    expect(tolls('A bystander shot video of the crowd.')).toEqual([]);
  });

  it('are of people only', () => {
    expect(tolls('A male gorilla was killed.')).toEqual([]);
    expect(tolls('Police dogs were killed.')).toEqual([]);
  });
});
