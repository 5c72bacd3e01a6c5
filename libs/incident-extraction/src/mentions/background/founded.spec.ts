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
    'The envoy paid tribute on Tuesday to the victims of the bombing in Springfield.',
    'A man was charged on Wednesday with murder in the slaying of a nurse in Springfield.',
  ])('is not what it names in passing in %j', (sentence) => {
    expect(background(sentence)).not.toContain(false);
  });
});

describe('what the lead only names', () => {
  const LEAD = 'A man was charged with murder in the slaying of a nurse in Springfield.';

  it('stays background when later sentences tell it again', () => {
    const told = background(
      LEAD,
      'The judge sat.',
      'It rained.',
      'The man stabbed her in the back.',
    );
    expect(told).not.toContain(false);
  });

  it('is news when they give it a day of this week', () => {
    const told = background(
      LEAD,
      'The judge sat.',
      'It rained.',
      'The man stabbed her on Tuesday.',
    );
    expect(told).toContain(false);
  });

  it.each([
    ['Man charged in Springfield stabbing', [true]],
    ['Man hurt in Springfield stabbing', [false]],
  ])(
    'a headline names behind a preposition, unless it says who was hurt: %s',
    (title, expected) => {
      const body = [
        'He spoke for an hour.',
        'The hall was full.',
        'Coffee was served.',
        'It rained.',
        'It ended.',
      ];
      expect(mentionsOf(title, body).map((mention) => mention.background)).toEqual(expected);
    },
  );
});
