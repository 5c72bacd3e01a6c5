import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

/** Published on Thursday 6 January 2022. */
const start = (...paragraphs: string[]) => mentionsOf('Boy shot', paragraphs)[0]!.when.start;

const SHOT = 'A boy was shot in the leg in a house in Springfield, police said.';

describe('the only day of an article', () => {
  it('is that of what it reports, wherever it is said', () => {
    expect(start(SHOT, "Sunday afternoon's events startled many who live nearby.")).toBe(
      '2022-01-02',
    );
  });

  it('is one that owns what is said of it', () => {
    expect(start(SHOT, "Sunday's is believed to be the first of the year.")).toBe('2022-01-02');
  });

  it.each([
    ['several', 'Neighbours came home on Sunday.', 'Others had left on Tuesday.'],
    ['that of speaking', 'No one was in danger, an officer said on Tuesday.'],
    ['one long ago', 'The family came to live there on March 5, 2018.'],
  ])('is none where it is %s', (_kind, ...paragraphs) => {
    expect(start(SHOT, ...paragraphs)).toBeNull();
  });

  it.each(['Man charged in shooting of boy', 'Family mourns boy shot in house'])(
    'is not asked for where the headline retells: %s',
    (title) => {
      const [mention] = mentionsOf(title, [SHOT, 'The news came on Sunday.']);

      expect(mention?.when.start).toBeNull();
    },
  );

  it('is not the day on which somebody is taken into custody', () => {
    expect(start(SHOT, 'A man is in custody since Sunday.')).toBeNull();
  });
});
