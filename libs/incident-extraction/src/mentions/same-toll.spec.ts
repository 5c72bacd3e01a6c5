import { describe, expect, it } from '@jest/globals';
import { article } from '../testing/articles.js';
import { fewPlaces, mentionsOf } from '../testing/mentions.js';
import { draftsOf } from '../tooling/drafts.js';
import { isOfMany, sharesToll } from './same-toll.js';

/** The only draft of an article of one sentence. */
const told = (sentence: string) => draftsOf(article({ paragraphs: [sentence] }), fewPlaces).main!;

describe('a toll that two drafts have in common', () => {
  const five = told('Five men were shot in Springfield on Sunday.');

  it('is a number of people harmed in one way, counted or told', () => {
    const again = told('The five men were shot near a bar.');
    expect(sharesToll(five, again.pieces)).toBe(true);
    expect(sharesToll(five, told('Five men were shot dead.').pieces)).toBe(false);
    expect(sharesToll(five, told('Three men were shot.').pieces)).toBe(false);
  });

  it('is no single person', () => {
    const one = told('A man was shot in Springfield.');
    expect(sharesToll(one, told('A man was shot near a bar.').pieces)).toBe(false);
  });
});

describe('an incident of many dead', () => {
  const many = told('A bomb in Springfield killed 84 people on Sunday.');

  it('is what the other draft may tell of, if it has no other such number', () => {
    expect(isOfMany(many, told('Gunmen shot Ann Roe dead in Springfield.'))).toBe(true);
    expect(isOfMany(many, told('A bomb killed dozens of people in Springfield.'))).toBe(true);
    expect(isOfMany(many, told('A bomb killed 67 people in Springfield.'))).toBe(false);
  });

  it('is none where few died', () => {
    const few = told('A bomb killed two people in Springfield.');
    expect(isOfMany(few, told('A bomb wounded a man in Springfield.'))).toBe(false);
  });
});

describe('the victims of one of two incidents', () => {
  it('go to the one that has their number, unless they have a day of their own', () => {
    const [afternoon, morning] = mentionsOf('Four men shot in Springfield', [
      'Four men were shot in Springfield on Wednesday afternoon, police said.',
      'Another shooting happened around 4 a.m. on Wednesday when a man was shot outside a house.',
      'The four victims are all in stable condition.',
    ]);
    expect(afternoon).toMatchObject({ casualties: { injured: { best: 4 } } });
    expect(morning).toMatchObject({ casualties: { injured: { best: 1 } } });
  });
});
