import { describe, expect, it } from '@jest/globals';
import { abstract, aircraft, animals, reacting, topics, units } from './recall.js';

describe('words of looking back', () => {
  it('are known in all their forms', () => {
    expect(reacting.has('condemned') && reacting.has('mourning')).toBe(true);
    expect(topics.has('campaigns') && units.has('brigades') && aircraft.has('helicopters')).toBe(
      true,
    );
  });

  it('name no people and no deeds', () => {
    for (const word of ['man', 'soldiers', 'priest', 'killed'])
      for (const list of [animals, abstract, units, reacting]) expect(list.has(word)).toBe(false);
  });
});
