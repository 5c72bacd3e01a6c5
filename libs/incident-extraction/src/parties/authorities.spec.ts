import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const actors = (...text: [string, ...string[]]) =>
  mentionsOf(text[0], text)[0]!.actors.map(({ role, words, responsibility }) => [
    role,
    words,
    responsibility,
  ]);

describe('who makes an arrest', () => {
  it('is the body of police that the verb has for its subject', () => {
    expect(actors('The FBI arrested Bob Roe at the airport on Monday.')).toEqual([
      ['actor', 'FBI', 'fact'],
    ]);
    expect(actors('Bob Roe was arrested on Monday by the Butler County Sheriff’s Office.')).toEqual(
      [['actor', 'Butler County Sheriff’s Office', 'fact']],
    );
  });

  it('is possibly who tells of it where no one is said to have made it', () => {
    expect(actors('A man was arrested on Monday, Springfield police said.')).toEqual([
      ['actor', 'Springfield police', 'possible'],
    ]);
    expect(
      actors('A man was arrested on Monday, according to the Springfield Police Department.'),
    ).toEqual([['actor', 'Springfield Police Department', 'possible']]);
  });

  it('is not who tells of an arrest that others made', () => {
    expect(actors('Soldiers arrested two men on Monday, Springfield police said.')).toEqual([
      ['actor', 'Soldiers', 'fact'],
    ]);
  });
});
