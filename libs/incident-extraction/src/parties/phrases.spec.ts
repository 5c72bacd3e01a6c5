import { describe, expect, it } from '@jest/globals';
import { phrase, reading } from '../testing/readings.js';
import { joinedPhrases, overBracket, wholePhrase } from './phrases.js';

const joined = (text: string, head: string, side: 'left' | 'right'): string[] => {
  const read = reading(text);
  const at = read.syntax.phrases.find(
    (p) => read.sentence.tokens[p.head]!.low === head.toLowerCase(),
  )!;
  return joinedPhrases(read.sentence.tokens, read.syntax.phrases, at, side).map((p) =>
    phrase(read, p.from, p.to),
  );
};

describe('phrases that a list joins', () => {
  it.each<[string, string, 'left' | 'right', string[]]>([
    [
      'Gunmen killed a priest, two nuns, and a cook.',
      'priest',
      'right',
      ['a priest', 'two nuns', 'a cook'],
    ],
    [
      'The mayor of the town and two guards were killed.',
      'guards',
      'left',
      ['The mayor', 'two guards'],
    ],
    ['Gunmen killed a priest in the square.', 'priest', 'right', ['a priest']],
  ])('%j from %j to the %s', (text, head, side, expected) => {
    expect(joined(text, head, side)).toEqual(expected);
  });
});

describe('a whole phrase', () => {
  it('holds what "of" adds and what stands in brackets', () => {
    const read = reading('Members of the National Front (NF) killed two men.');
    const { from, to } = wholePhrase(
      read.sentence.tokens,
      read.syntax.phrases,
      read.syntax.phrases[0]!,
    );
    expect(phrase(read, from, to)).toBe('Members of the National Front ( NF )');
  });

  it('does not run past a bracket that stays open', () => {
    const { tokens } = reading('Two men ( of whom').sentence;
    expect(overBracket(tokens, 2)).toBe(2);
  });
});
