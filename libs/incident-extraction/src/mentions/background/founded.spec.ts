import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../../testing/mentions.js';

/** Whether each incident of an article of more than a few sentences is background, published Thursday 6 January 2022. */
const background = (...body: string[]): boolean[] =>
  mentionsOf('A long day', [
    ...body,
    'The mayor spoke for an hour.',
    'The hall was full.',
    'Coffee was served.',
    'The choir sang.',
  ]).map((mention) => mention.background);

describe('what founds a mention', () => {
  it.each([
    'Gunmen shot and killed a nurse in Springfield.',
    'Two nurses were wounded in an attack in Springfield.',
    'There were gunfights in Springfield between farmers and herders.',
    'The kidnapping of five students this week shook the country.',
    'Police are looking for two men who shot a nurse on Wednesday in Springfield.',
    'It was learned from police sources that another device exploded in Springfield.',
  ])('is what a sentence tells in %j', (sentence) => {
    expect(background(sentence)).toContain(false);
  });

  it.each([
    'The mayor met the nurse who shot two robbers in Springfield.',
    'The union answers for this case as well as for the bombings in Springfield.',
    'The council spoke of the order after the kidnapping of five students in Springfield.',
  ])('is not what it names in passing in %j', (sentence) => {
    expect(background(sentence)).not.toContain(false);
  });
});
