import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../../text/tokens.js';
import { isOfThing } from './thing.js';

/** Whether the condition `word` of a sentence is a thing's. */
function ofThing(text: string, word: string): boolean {
  const tokens = tokenize(text);
  return isOfThing(
    tokens,
    tokens.findIndex(({ low }) => low === word),
  );
}

describe('a condition', () => {
  it('is a thing’s where a thing is told to be in it', () => {
    expect(ofThing('The incident is being treated as an accident.', 'treated')).toBe(true);
    expect(ofThing('It was recovering.', 'recovering')).toBe(true);
  });

  it('is somebody’s otherwise', () => {
    expect(ofThing('The boy is being treated in hospital.', 'treated')).toBe(false);
    expect(ofThing('Treated for burns, he left.', 'treated')).toBe(false);
  });
});
