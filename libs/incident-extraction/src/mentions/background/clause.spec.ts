import { describe, expect, it } from '@jest/globals';
import { reading } from '../../testing/readings.js';
import { clauseEnd, isRelative, openerBefore, timesNear } from './clause.js';

const read = (text: string) => {
  const { sentence, frames, times } = reading(text);
  return { tokens: sentence.tokens, frame: frames[0]!, times };
};

describe('the clause that a word stands in', () => {
  it('opens with the nearest word that can open one', () => {
    const { tokens, frame } = read('The mayor met a man who had been shot in the park.');
    expect(tokens[openerBefore(tokens, frame.from)!]?.low).toBe('who');
    expect(isRelative(tokens, frame)).toBe(true);
  });

  it('says when or why where no pronoun opens it', () => {
    const { tokens, frame } = read('The mayor spoke after two men were shot in the park.');
    expect(openerBefore(tokens, frame.from)).not.toBeNull();
    expect(isRelative(tokens, frame)).toBe(false);
  });

  it('is the main one where nothing opens it', () => {
    const { tokens, frame } = read('Two men were shot in the park.');
    expect(openerBefore(tokens, frame.from)).toBeNull();
  });

  it('ends at a comma, at the next opener or with the sentence', () => {
    const { tokens, frame } = read('Two men were shot in the park, police said.');
    expect(tokens[clauseEnd(tokens, frame.to)]?.low).toBe(',');
    const open = read('Two men were shot in the park');
    expect(clauseEnd(open.tokens, open.frame.to)).toBe(open.tokens.length);
  });
});

describe('the times near a word', () => {
  it('begin with the nearest', () => {
    const { frame, times } = read('Two men were shot on 3 January and died on 5 January.');
    expect(timesNear(times, frame).map(({ start }) => start)).toEqual(['2022-01-03', '2022-01-05']);
  });
});
