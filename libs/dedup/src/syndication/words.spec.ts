import { describe, expect, it } from '@jest/globals';
import { deskFor, foldText, MARK } from './words.js';

/** The folded words of a text. */
const wordsIn = (text: string): string[] =>
  String.fromCharCode(...foldText(text).units)
    .split('\0')
    .slice(0, -1);

describe('the words of a text', () => {
  /** Some of the texts fit on it, and one only before it is normalised. */
  const desk = deskFor(64);

  it.each([
    ['“OFFICERS” said:\u00a0two\u2014at least', 'officers said two at least'],
    ["don’t don't", 'don t don t'],
    ['ﬁre Ｆｕｌｌ ① x²', 'fire full 1 x2'],
    ['Erdoğan Łódź Ålesund Đà Nẵng São naïve', 'erdogan lodz alesund da nang sao naive'],
    ['İSTANBUL ırmak', 'istanbul irmak'],
    ['е\u0301щё й', 'еще и'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['مُحَمَّد مـحـمـد', 'محمد محمد'],
    ['نمی\u200cشود نمیشود', 'نمیشود نمیشود'],
    ['com\u00adputer\u200e \ufeffnews', 'computer news'],
    ['각하 카드', '각하 카드'],
    ['कीमत फिर', 'कीमत फिर'],
    ['🔔 bell', '🔔 bell'],
    ['3.5 million, 1,200', '3 5 million 1 200'],
  ])('are folded: %s', (text, words) => {
    expect(wordsIn(text).join(' ')).toBe(words);
  });

  it('are single characters where a script has no spaces', () => {
    expect(wordsIn('港口 罢工a2が')).toEqual(['港', '口', '罢', '工', 'a2', 'が']);
    expect(wordsIn('ราคา')).toEqual(['ร', 'า', 'ค', 'า']);
  });

  it('are the same however the text is composed', () => {
    const text = 'Ålesund が 각하 é ё Việt';
    expect(foldText(text.normalize('NFD'))).toEqual(foldText(text.normalize('NFC')));
  });

  it.each([
    'Ålesund が met 각하, é',
    'plain and long '.repeat(9),
    '',
    'short',
    '\ufdfa'.repeat(30),
    'Ａ e\u0301',
  ])('are the same on a desk that other texts lay on: %s', (text) => {
    foldText('What lay there before: 12 men, “Anna” é が', desk);
    expect(foldText(text, desk)).toEqual(foldText(text));
  });

  it('are none where there are none', () => {
    expect(wordsIn('')).toEqual([]);
    expect(wordsIn(' …—\u0301\u200b\u0000 ')).toEqual([]);
  });

  it('have a hash each, the same for the same word', () => {
    const { hashes } = foldText('Bread, bread and BREAD 港港');
    expect(hashes).toHaveLength(6);
    expect(new Set(hashes).size).toBe(3);
  });

  it('keep a mark of how they were written and where', () => {
    const { marks } = foldText('The G20 met; “Ünder 12 I” (said a港');
    const { lower, capital, digit, first } = MARK;
    expect([...marks]).toEqual([
      capital | first,
      capital,
      lower,
      capital | first,
      digit,
      0,
      lower | first,
      lower,
      0,
    ]);
  });
});
