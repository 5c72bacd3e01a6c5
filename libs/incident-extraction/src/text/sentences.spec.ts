import { describe, expect, it } from '@jest/globals';
import { splitSentences } from './sentences.js';

const cut = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end at a stop, not at an abbreviation', () => {
    expect(cut('Gen. Smith was shot on Jan. 5. Two died.')).toEqual([
      'Gen. Smith was shot on Jan. 5.',
      'Two died.',
    ]);
  });

  it('end at a stop behind which the blank is missing', () => {
    expect(cut('“Two men were hurt.”No arrests were made.They ran.')).toEqual([
      '“Two men were hurt.”',
      'No arrests were made.',
      'They ran.',
    ]);
    expect(cut('See news.example.com or Example.com now.')).toHaveLength(1);
    expect(cut('The U.S.Army and J.Roe met.')).toHaveLength(1);
  });

  it('run on over line breaks, as wire text has them', () => {
    expect(cut('THE ARMY\nREPORTED A CLASH.  TWO DIED.')).toEqual([
      'THE ARMY\nREPORTED A CLASH.',
      'TWO DIED.',
    ]);
  });

  it('carry the offset of their paragraph', () => {
    expect(splitSentences('  One. Two.', 100)).toEqual([
      { start: 102, end: 106 },
      { start: 107, end: 111 },
    ]);
  });

  it('are none in empty text', () => {
    expect(splitSentences('   ')).toEqual([]);
  });

  it('keep an abbreviation at the very end', () => {
    expect(cut('They moved to the U.S.')).toEqual(['They moved to the U.S.']);
  });
});
