import { describe, expect, it } from '@jest/globals';
import { readDocument } from '../../text/document.js';
import { readSentences } from '../../reading/sentence-reading.js';
import { article } from '../../testing/articles.js';
import { isBesideDead, isToldToLive } from './beside-dead.js';

const headline = (title: string) => {
  const document = readDocument(article({ title, paragraphs: ['They met.'] }));
  const [reading] = readSentences(document);
  const toll = reading!.tolls.find(({ effect }) => effect !== 'killed')!;
  return isBesideDead(toll, toll.people[0]!, reading!);
};
const hurtIn = (sentence: string) => {
  const document = readDocument(article({ title: 'Shooting', paragraphs: [sentence] }));
  const reading = readSentences(document).find((each) => each.sentence.part === 'body')!;
  return reading.tolls
    .filter(({ effect }) => effect !== 'killed')
    .map((toll) => ({ toll, reading, person: toll.people[0]! }));
};
const besideDead = (sentence: string) =>
  hurtIn(sentence).some(({ toll, person, reading }) => isBesideDead(toll, person, reading));
const lives = (sentence: string) =>
  hurtIn(sentence).some(({ toll, reading }) => isToldToLive(toll, reading));

describe('someone who is hurt beside the dead', () => {
  it('is told in one sentence with their deaths', () => {
    expect(besideDead('Two men died and a 3-year-old boy was wounded on Monday.')).toBe(true);
    expect(besideDead('Three people were killed and another critically injured.')).toBe(true);
  });

  it('is none of them, and no one whom a pronoun means', () => {
    expect(besideDead('A man was shot and died at the scene.')).toBe(false);
    expect(besideDead('A woman was killed after she was shot on Monday.')).toBe(false);
    expect(besideDead('A boy was wounded on Monday.')).toBe(false);
  });

  it('has no article in a headline', () => {
    expect(headline('Mother killed, son shot in park')).toBe(true);
    expect(headline('Mother killed, her son shot in park')).toBe(false);
  });

  it('is not the man who was shot, whom the text knows already', () => {
    expect(besideDead('The man was shot and two women were killed.')).toBe(false);
    expect(besideDead('A man was shot and two women were killed.')).toBe(true);
  });
});

describe('someone who is told to live', () => {
  it('is so where the wound or the hospital is told', () => {
    expect(lives('A woman was shot but is expected to survive.')).toBe(true);
    expect(lives('A man suffered non-life-threatening wounds.')).toBe(true);
    expect(lives('A boy was shot in the leg. He is expected to recover.')).toBe(false);
    expect(lives('A woman was shot in the chest.')).toBe(false);
  });
});
