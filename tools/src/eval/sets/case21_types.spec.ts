import { describe, expect, it } from '@jest/globals';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import { caseType } from './case21_types.js';
import { textArticle } from './text-article.js';

const extractor = createIncidentExtractor();
const type = (text: string): string =>
  caseType(extractor.extract(textArticle({ id: 'x', title: '', text, publishedAt: null })));

describe('answers for case21_types', () => {
  it.each([
    ['A suicide bomber killed ten people.', 'SUIC_BOMB'],
    ['A flood killed ten people.', 'NATURAL_DISASTER'],
    ['A train derailment killed ten people.', 'MAN_MADE_DISASTER'],
    ['The group claimed responsibility for the bombing.', 'ATTRIB'],
    ['The ministers met.', 'DIPLO'],
  ])('%j is %s', (text, expected) => {
    expect(type(text)).toBe(expected);
  });
});
