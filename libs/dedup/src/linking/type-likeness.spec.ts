import { describe, expect, it } from '@jest/globals';
import type { What } from '@tocsin/contracts';
import { mentionOf } from '../testing/mentions.js';
import { typeLikeness } from './type-likeness.js';

const of = (changes: Partial<What>): What => ({
  ...mentionOf().what,
  acledEventType: null,
  acledSubEventType: null,
  hazardType: null,
  ...changes,
});
const attack = of({ acledEventType: 'Violence against civilians', acledSubEventType: 'Attack' });
const protest = of({ acledEventType: 'Protests', acledSubEventType: 'Peaceful protest' });
const shot = of({ hazardType: 'Technological/Miscellaneous/accidental shooting' });
const crash = of({ hazardType: 'Technological/Transport/road' });

describe('how alike what happened is', () => {
  it('speaks least against one shooting of which one report says that it was an accident', () => {
    const [meant, others] = [typeLikeness(attack, shot), typeLikeness(attack, crash)];

    expect(meant).toBeGreaterThan(others as number);
    expect(meant).toBeLessThan(0);
    expect(typeLikeness(shot, attack)).toBe(meant);
    expect(typeLikeness(protest, shot)).toBe(others);
  });

  it('rules out acts that nobody confuses', () => {
    expect(typeLikeness(attack, protest)).toBeNull();
  });
});
