import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mentionOf } from '../testing/mentions.js';
import { keywordsOf } from './keywords-of.js';

const article = {
  title: 'Baker Abdrakhmanov shot in Almaty',
  paragraphs: [
    'The baker Serik Abdrakhmanov was shot on Monday in Almaty, Kazakhstan. He sells bread, and bread, and bread.',
    'Neighbours of McIntyre saw it in January.',
  ],
};
const namesIn = (mentions = [mentionOf()]) =>
  keywordsOf(article, mentions)
    .filter(({ name }) => name)
    .map(({ term }) => term);

describe('the keywords of an article', () => {
  it('are the heaviest first, as a vector of length 1', () => {
    const weights = keywordsOf(article, []).map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(Math.hypot(...weights)).toBeCloseTo(1, 3);
  });

  it('weigh what is rare, in the title or said often', () => {
    const [first, second] = keywordsOf(article, []);
    expect([first?.term, second?.term]).toEqual(['abdrakhmanov', 'almaty']);
  });

  it('tell names from words, months, weekdays, countries and the places of its incidents', () => {
    expect(namesIn().sort()).toEqual(['abdrakhmanov', 'mcintyre', 'serik']);
  });

  it('know a place also by the name that the article has for it', () => {
    const { where, claims } = mentionOf();
    const quoted = { ...claims[0]!, field: 'where', quote: 'Almaty' };
    const mention = mentionOf('m', {
      where: { ...where, place: 'Alma-Ata', admin1: null, claims: [1] },
      claims: [claims[0]!, quoted],
    });
    expect(namesIn([mention])).not.toContain('almaty');
  });

  it('take a place that no incident has for a name', () => {
    expect(namesIn([])).toContain('almaty');
  });

  it('are few, and none of an empty text', () => {
    const long = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ');
    expect(keywordsOf({ title: '', paragraphs: [long] }, [])).toHaveLength(64);
    expect(keywordsOf({ title: '', paragraphs: [] }, [])).toEqual([]);
  });

  it('come of any text whatever', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (title, paragraphs) => {
        for (const { term, weight } of keywordsOf({ title, paragraphs }, [])) {
          expect(term).not.toBe('');
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
