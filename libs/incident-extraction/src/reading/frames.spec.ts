import { describe, expect, it } from '@jest/globals';
import { phrase, reading } from '../testing/readings.js';

/** Agents, trigger, patients of the first frame. */
const roles = (text: string): [string, string, string] | null => {
  const read = reading(text);
  const [frame] = read.frames;
  if (!frame) return null;
  const words = (people: typeof frame.agents): string =>
    people.map((p) => phrase(read, p.from, p.to)).join(' + ');
  return [words(frame.agents), phrase(read, frame.from, frame.to), words(frame.patients)];
};

it('leaves out an arrest that someone was about when something else befell him', () => {
  const groups = reading(
    'Two deputies were shot on Monday while trying to arrest a man.',
  ).frames.map(({ trigger }) => trigger.sense.group);
  expect(groups).not.toContain('arrest');
  const tried = reading('Deputies tried to arrest a man on Monday.').frames;
  expect(tried.map(({ trigger }) => trigger.sense.group)).toContain('arrest');
});

describe('who does what to whom', () => {
  it.each([
    ['Gunmen killed three soldiers.', 'Gunmen', 'killed', 'three soldiers'],
    ['Three soldiers were killed by gunmen.', 'gunmen', 'killed', 'Three soldiers'],
    ['The mayor was reportedly shot dead.', '', 'shot dead', 'The mayor'],
    ['Two men and a woman were wounded.', '', 'wounded', 'Two men + a woman'],
    ['Four people shot in park', '', 'shot', 'Four people'],
    ['The killing of two priests shocked all.', '', 'killing', 'two priests'],
    ["The man's death was announced.", '', 'death', 'The man'],
    ['Rebels kidnapped the mayor and his wife.', 'Rebels', 'kidnapped', 'the mayor + his wife'],
    ['A boy died on Monday.', '', 'died', 'A boy'],
    ['A police officer shot a man.', 'A police officer', 'shot', 'a man'],
    ['The father of a girl was killed.', '', 'killed', 'The father'],
    ['Boy shot by relative in Springfield', 'relative', 'shot', 'Boy'],
    ['Three men in masks opened fire from a car.', 'Three men', 'opened fire', ''],
    ['A 3-year-old hurt in fire', '', 'hurt', 'A 3-year-old'],
    ['Six people injured at a teen party', '', 'injured', 'Six people'],
    ['A suspect shot two men.', 'A suspect', 'shot', 'two men'],
    ['The gunman shot at least two men.', 'The gunman', 'shot', 'at least two men'],
    ['Woman stabbed while jogging in park', '', 'stabbed', 'Woman'],
    ['The victim was stabbed multiple times.', '', 'stabbed', 'The victim'],
    ['A bomb killed 120, officials said.', '', 'bomb', ''],
  ])('%j', (text, agents, trigger, patients) => {
    expect(roles(text)).toEqual([agents, trigger, patients]);
  });

  it.each([
    'A shot of the skyline won the prize.',
    'He suffered a heart attack.',
    'On March 5, 2007, lanterns were lit.',
    'Hackers attacked.',
    'He was on death row.',
    'The dead were named.',
  ])('nothing happens in %j', (text) => {
    expect(reading(text).frames.filter((f) => !f.trigger.weak || f.patients.length > 0)).toEqual(
      [],
    );
  });
});
