import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { attributionAt, readAttribution } from './read-attribution.js';

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
    ['"It was a bomb," said John Smith, a police spokesman.', ['John Smith/police']],
    ['John Smith, a hospital spokesman, said two died.', ['John Smith/hospital']],
    ['The mayor of Herat said two died.', ['The mayor of Herat/government']],
    ['The police did not say how many died.', []],
    ['The police were asked for comment.', []],
    ['In response to reports of clashes between police and others, troops came.', []],
    ['So far 353 officers are reported to have been hurt.', []],
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
    ['Police confirmed that two were killed.', 'asserted'],
    ['The claim could not be independently verified.', 'alleged'],
    ['The figure has not been independently verified.', 'alleged'],
    ['The gunman was killed, but police are unclear whether others fled.', 'unknown'],
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

describe('two sources in one sentence', () => {
  const names = (text: string, word: string): (string | null)[] => {
    const tokens = tokenize(text);
    const at = tokens.findIndex((token) => token.text === word);
    return attributionAt(readAttribution(tokens), at).chain.map((link) => link.name);
  };

  it('each have their part', () => {
    const text =
      'Police said three people died, but witnesses put it differently and said ten died.';
    expect(names(text, 'three')).toEqual(['Police']);
    const denial = 'The rebels claimed they killed nine, while the army said two died.';
    expect(names(denial, 'nine')).toEqual(['The rebels']);
    expect(names(denial, 'two')).toEqual(['the army']);
  });

  it('a source at the end speaks for all before it', () => {
    const text = 'Three people died, and five were hurt, police said.';
    expect(names(text, 'Three')).toEqual(['police']);
    expect(names(text, 'five')).toEqual(['police']);
  });
});
