import { describe, expect, it } from '@jest/globals';
import { article } from '../testing/articles.js';
import { fewPlaces } from '../testing/mentions.js';
import { readDocument } from '../text/document.js';
import { readSituated } from './situate.js';

const read = (...paragraphs: string[]) => {
  const document = readDocument(article({ title: 'Man charged in Springfield', paragraphs }));
  return readSituated(document, () => fewPlaces.toponyms(document.text));
};

describe('a story with its days and places', () => {
  it('gives every happening the day and the place that the article gives it', () => {
    const { happened } = read(
      'A woman was shot dead on Sunday in Springfield.',
      'A man was stabbed on Tuesday in Shelbyville.',
    );
    expect(happened.map(({ time }) => time?.time?.start)).toEqual(['2022-01-02', '2022-01-04']);
    expect(happened.map(({ place }) => place?.toponym.words)).toEqual([
      'Springfield',
      'Shelbyville',
    ]);
  });

  it('dates and places anew what it puts together', () => {
    const { happened } = read(
      'On Wednesday police in Springfield charged a man who is said to have shot a woman dead.',
      'The woman was shot in her house in Springfield on Sunday night.',
    );
    const shot = happened.filter(({ draft }) => draft.eventClass === 'force');
    expect(shot).toHaveLength(1);
    expect(shot[0]?.draft.pieces.length).toBeGreaterThan(1);
    expect(shot[0]?.time?.time?.start).toBe('2022-01-02');
  });

  it('asks for no places where nothing is told', () => {
    const document = readDocument(
      article({
        title: 'A fair',
        paragraphs: Array.from({ length: 8 }, () => 'The fair was full of people.'),
      }),
    );
    const story = readSituated(document, () => {
      throw new Error('asked for places');
    });
    expect(story.happened).toEqual([]);
  });
});
