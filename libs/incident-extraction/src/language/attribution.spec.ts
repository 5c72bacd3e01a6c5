import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { readAttribution } from './attribution.js';

const chain = (text: string): string[] =>
  readAttribution(tokenize(text)).chain.map((link) => `${link.name}/${link.class}`);
const hedge = (text: string): string => readAttribution(tokenize(text)).hedge;

describe('who says so', () => {
  it.each([
    [
      'According to local media reports on Thursday, two were killed.',
      ['local media reports/media'],
    ],
    ['Two were killed, police said.', ['police/police']],
    ['Police said two were killed.', ['Police/police']],
    ['The army has reported that two died.', ['The army/military']],
    [
      'According to sources quoted by the channel, it was so.',
      ['the channel/media', 'sources/anonymous'],
    ],
    [
      'The agency contacted the mayor, with officials informing it that two died.',
      ['The agency/media', 'officials/government'],
    ],
    ['Two were killed.', []],
  ])('%j', (text, expected) => {
    expect(chain(text)).toEqual(expected);
  });

  it('takes in who carried the news', () => {
    expect(chain('News of the incident was carried by the channel Khabar 24.')).toEqual([
      'the channel Khabar 24/media',
    ]);
  });
});

describe('how firmly', () => {
  it.each([
    ['Two were killed.', 'asserted'],
    ['Two were killed, police said.', 'reported'],
    ['Police allege that he shot two.', 'alleged'],
    ['He allegedly shot two.', 'alleged'],
    ['The army denied that it killed two.', 'denied'],
    ['It is unknown if they died.', 'unknown'],
    ['Two were reportedly killed.', 'reported'],
  ])('%j is %s', (text, expected) => {
    expect(hedge(text)).toBe(expected);
  });
});

describe('the words of saying', () => {
  it('are spans that hold the day of the report', () => {
    const tokens = tokenize('According to media reports on Thursday, two were killed.');
    const { spans } = readAttribution(tokens);
    const day = tokens.findIndex((token) => token.text === 'Thursday');
    expect(spans.some((span) => day >= span.from && day < span.to)).toBe(true);
  });
});
