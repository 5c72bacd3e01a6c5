import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const filler = ['The mayor came.', 'It was cold.', 'Coffee was served.', 'The school was shut.'];

/** The family of the first incident told. */
const family = (title: string, ...body: string[]): string | undefined =>
  mentionsOf(title, [...body, ...filler]).find(({ kind }) => kind === 'incident')?.what.family;

describe('a shooting that no one meant', () => {
  it.each([
    'Police said the gun discharged when the man dropped it.',
    'The rifle went off as he climbed a fence.',
    '“It seems like an accident,” the sheriff said.',
    'Detectives said the shooting was accidental.',
  ])('is an accident by another sentence: %s', (sentence) => {
    expect(
      family('Woman shot in Springfield', 'A woman was shot on Tuesday in Springfield.', sentence),
    ).toBe('accident');
  });

  it('is that of a small child who shot himself, and not of a man who did', () => {
    const of = (who: string): string | undefined =>
      family(
        `${who} shot himself in Springfield`,
        `${who} shot himself on Tuesday in Springfield.`,
      );
    expect(of('A 3-year-old boy')).toBe('accident');
    expect(of('A 33-year-old man')).not.toBe('accident');
  });

  it('is one that tells of a burglary as well', () => {
    expect(
      family(
        'Girl shot by father in Springfield',
        'Father accidentally shot his daughter in Springfield while showing a new handgun.',
        'A burglary had been reported at the house on Saturday.',
      ),
    ).toBe('accident');
  });

  it.each([
    'The sheriff said the shooting was not an accident.',
    'It was unclear whether the shooting was accidental.',
    'The shooting was accidental, the suspect told police.',
    'A man was charged with murder, though he called it an accident.',
    'He died in a car accident years later.',
  ])('is an attack otherwise: %s', (sentence) => {
    expect(
      family('Woman shot in Springfield', 'A woman was shot on Tuesday in Springfield.', sentence),
    ).toBe('crime');
  });
});

describe('an accident that the lead tells', () => {
  it('is one, whatever is said of suspects', () => {
    expect(
      family(
        'Woman shot in Springfield',
        'A woman was accidentally shot on Tuesday in Springfield.',
        'A suspect was held.',
      ),
    ).toBe('accident');
  });
});

describe('harm that people do to themselves', () => {
  it('is no attack, whatever word of shooting stands beside it', () => {
    const [mention] = mentionsOf('Two dead in double suicide in Springfield', [
      'Two people died in a double suicide in Springfield on Tuesday.',
      'Both were shot in the head and were pronounced dead.',
      ...filler,
    ]);
    expect(mention!.what).toMatchObject({
      family: 'unknown',
      acledSubEventType: null,
      ploverType: null,
      civilianTargeting: false,
    });
    expect(mention!.casualties.killed?.best).toBe(2);
  });

  it('is an attack where others were harmed', () => {
    expect(
      family(
        'Woman shot in Springfield',
        'A man killed a woman and wounded a boy on Tuesday in Springfield.',
        'He then shot himself.',
      ),
    ).toBe('crime');
    expect(
      family('Woman shot in Springfield', 'A woman was shot on Tuesday.', 'It was murder-suicide.'),
    ).toBe('crime');
  });
});
