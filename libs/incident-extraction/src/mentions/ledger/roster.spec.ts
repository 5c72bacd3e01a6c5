import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../../testing/mentions.js';

const toll = (title: string, ...paragraphs: string[]) => {
  const { killed, injured, perpetratorsKilled } = mentionsOf(title, paragraphs)[0]!.casualties;
  return [killed?.best ?? null, injured?.best ?? null, perpetratorsKilled?.best ?? null];
};

describe('people told of across sentences', () => {
  it('are one person under several descriptions', () => {
    expect(
      toll(
        'Teen shot in Springfield',
        'A 17-year-old boy was shot on Monday.',
        'The teen, identified as Bob Roe, was taken to a hospital.',
        'He died on Tuesday.',
      ),
    ).toEqual([1, null, null]);
  });

  it('move together where both died', () => {
    expect(
      toll(
        'Shooting in Springfield',
        'Bob Roe, 30, was shot in the neck and Ann Poe, 40, was shot in the head.',
        'Both were pronounced dead.',
        'A girl, 9, was shot in the hand and is expected to survive.',
      ),
    ).toEqual([2, 1, null]);
  });

  it('move from the hurt to the killed', () => {
    expect(
      toll('Two men shot', 'Bob Roe, 30, was shot and Al Poe, 40, was shot.', 'Poe later died.'),
    ).toEqual([1, 1, null]);
  });

  it('are kept apart by sex, age, “another” and “also”', () => {
    expect(
      toll('Man killed in shooting', 'A woman was wounded.', 'Another woman was wounded.'),
    ).toEqual([1, 2, null]);
    expect(toll('One shot dead', 'A man has died.', 'A man has also been shot.')).toEqual([
      1,
      1,
      null,
    ]);
  });

  it('are kept apart by whose they are, and by fates that do not fit', () => {
    expect(
      toll('Girl killed in shooting', 'A girl was shot dead.', 'Her sister was injured.'),
    ).toEqual([1, 1, null]);
    expect(
      toll('Boy wounded, two shot', 'A boy was wounded.', 'Two men were shot.', 'One died.')[0],
    ).toBe(1);
  });

  it('are kept apart from the dead where the text tells that they live', () => {
    expect(
      toll(
        'Three killed and another hurt',
        'Three people were killed and another critically injured on Monday.',
        'A third person, a woman, died later.',
      ).slice(0, 2),
    ).toEqual([3, 1]);
  });

  it('are counted besides “others”', () => {
    expect(
      toll('Gunman kills Bob Roe', 'Bob Roe, 30, was killed.', 'Two others were killed.')[0],
    ).toBe(3);
  });

  it('are among the killed when they kill themselves', () => {
    expect(
      toll(
        'Man kills wife, then himself',
        'A man shot and killed his wife before killing himself.',
      ),
    ).toEqual([2, null, 1]);
    expect(toll('Police suspect murder-suicide', 'A woman was shot dead.')[0]).toBe(2);
  });

  it('are not counted where the text tells of another time', () => {
    expect(toll('Man killed in shooting', 'Three people were killed there two years ago.')[0]).toBe(
      1,
    );
  });

  it('are not those who were spared or only shot at', () => {
    expect(toll('Man shot dead', 'His son was not injured.', 'Officers were shot at.')).toEqual([
      1,
      null,
      null,
    ]);
  });

  it('are one where a pronoun means whoever was just told of', () => {
    expect(
      toll('Teen shot dead in street', 'A girl shot another teen on Monday, killing him.'),
    ).toEqual([1, null, null]);
  });

  it('are known under “another” where the sentence sets them against someone else', () => {
    expect(
      toll('One dead, one hurt in shooting', 'A boy, 15, was killed and another injured in a car.'),
    ).toEqual([1, 1, null]);
  });

  it('are not added to a number that counts them already', () => {
    expect(
      toll('Bob Roe killed in shooting', 'Bob Roe was killed.', 'Roe and two others were killed.'),
    ).toEqual([3, null, null]);
  });

  it('are not those whom someone only tried to hurt', () => {
    expect(toll('Man shot dead in street', 'A woman said the gunman tried to shoot her.')).toEqual([
      1,
      null,
      null,
    ]);
  });

  it('are those whom a text in capitals names', () => {
    expect(
      toll(
        'MINISTER ATTACKED',
        'SPRINGFIELD, 5 JAN -- JOSEFA VILCHEZ WAS SERIOUSLY WOUNDED IN AN ATTACK THIS MORNING.',
      ).slice(0, 2),
    ).toEqual([null, 1]);
  });

  it('are hurt where the text says that they live', () => {
    expect(
      toll(
        'Driver killed in crash',
        'A man was killed in a crash in Springfield on Monday.',
        'A male passenger suffered minor injuries.',
      ).slice(0, 2),
    ).toEqual([1, 1]);
  });
});
