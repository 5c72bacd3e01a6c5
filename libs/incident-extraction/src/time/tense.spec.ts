import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { tenseAt } from './tense.js';

const tense = (text: string) => {
  const tokens = tokenize(text);
  const at = tokens.findIndex(({ low }) => low === 'friday');
  return tenseAt(tokens, at, at + 1);
};

describe('the tense beside a time', () => {
  it.each([
    ['He was shot on Friday.', 'past'],
    ['He will appear in court on Friday.', 'future'],
    ['On Friday, he will appear in court.', 'future'],
    ['A hearing is scheduled for Friday.', 'future'],
    ['He is going to speak Friday.', 'future'],
    ['Ten were killed in the blasts next to the embassies on Friday.', 'past'],
    ['Police said he jumped Friday.', 'past'],
    ['A march is planned for Friday.', 'future'],
    ['The march that was planned for Friday', 'past'],
    [
      'As thousands gather on Friday night, a team of nurses in a white tent in front of the gate will stand by.',
      'future',
    ],
    ['Friday in the city', null],
    ['He will go; Friday', null],
  ])('%j: %s', (text, expected) => {
    expect(tense(text)).toBe(expected);
  });
});
