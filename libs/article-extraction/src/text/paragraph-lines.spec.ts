import { describe, expect, it } from '@jest/globals';
import { paragraphLines } from './paragraph-lines.js';

describe('the paragraphs of a text', () => {
  it('are its lines', () => {
    expect(paragraphLines(' a \r\n\r\nb\rc\n')).toEqual(['a', 'b', 'c']);
  });

  it('are blocks where lines are broken at one length', () => {
    const block =
      'The price of bread rose again on Monday, the ministry of\nagriculture said in a statement that was read out on the\nradio, and no one knew where it would end or when.';
    expect(paragraphLines(`Bread\n\n${block}\n\n${block}`)).toEqual([
      'Bread',
      block.replaceAll('\n', ' '),
      block.replaceAll('\n', ' '),
    ]);
  });

  it('are none of an empty text', () => expect(paragraphLines('\n \n')).toEqual([]));
});
