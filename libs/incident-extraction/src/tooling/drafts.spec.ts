import { describe, expect, it } from '@jest/globals';
import { article } from '../testing/articles.js';
import { fewPlaces } from '../testing/mentions.js';
import { draftsOf } from './drafts.js';

const drafted = (...paragraphs: string[]) => draftsOf(article({ paragraphs }), fewPlaces);

describe('an article as far as it is read before places', () => {
  it('has the draft that most of its sentences tell', () => {
    const { main, toponyms, readings } = drafted(
      'A man was shot dead in Springfield.',
      'The gunman shot two women.',
    );
    expect(main?.eventClass).toBe('force');
    expect(main?.pieces.length).toBeGreaterThan(1);
    expect(toponyms.map(({ words }) => words)).toEqual(['Springfield']);
    expect(readings).toHaveLength(2);
  });

  it('has none where nothing happened', () => {
    expect(drafted('The council met in Springfield.').main).toBeNull();
  });
});
