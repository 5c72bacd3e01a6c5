import { describe, expect, it } from '@jest/globals';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import { ploverEvent } from './plover_gsr.js';
import { textArticle } from './text-article.js';

const extractor = createIncidentExtractor();
const event = (text: string): string | null =>
  ploverEvent(extractor.extract(textArticle({ id: 'x', title: '', text, publishedAt: null })));

describe('answers for plover_gsr', () => {
  it.each([
    ['The minister demanded a truce.', 'DEMAND'],
    ['Soldiers shelled the town.', 'FIGHT'],
    ['A car bomb killed two people.', 'ASSAULT'],
    ['The government will provide food aid to the camps.', 'AGREE'],
    ['The president will extend the curfew.', 'THREATEN'],
    ['The prosecutor launched an investigation into the war.', 'INVESTIGATE'],
    ['The minister accused the army of treason.', 'DISAPPROVE'],
    ['The band played on.', null],
  ])('%j is %s', (text, expected) => {
    expect(event(text)).toBe(expected);
  });
});
