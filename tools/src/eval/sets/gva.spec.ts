import { describe, expect, it } from '@jest/globals';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import { toGva } from './gva.js';
import { textArticle } from './text-article.js';

const extractor = createIncidentExtractor();
const predict = (title: string, text: string) =>
  toGva(
    'x',
    extractor.extract(textArticle({ id: 'x', title, text, publishedAt: '2014-02-12' })),
    '2014-02-12',
  );

describe('answers for gva', () => {
  it('are the shooting’s figures, unknowns as zeros', () => {
    expect(
      predict('4 shot, 1 killed in park', 'Four people were shot, one fatally, on Tuesday.'),
    ).toMatchObject({
      id: 'x',
      incidents: [{ date: '2014-02-11', killed: 1, injured: 3 }],
    });
    expect(predict('Boy wounded in shooting', 'A boy was wounded in a shooting.')).toMatchObject({
      incidents: [{ killed: 0, injured: 1 }],
    });
  });

  it('are the eve of publication and zeros where nothing is told', () => {
    expect(predict('Council meets', 'The council met.')).toEqual({
      id: 'x',
      incidents: [{ date: '2014-02-11', killed: 0, injured: 0 }],
    });
  });
});
