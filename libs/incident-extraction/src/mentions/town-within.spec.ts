import { describe, expect, it } from '@jest/globals';
import { placed } from '../testing/placed.js';
import { datelineWithin, mainWithin, townWithin } from './town-within.js';

/** What is told where the likeliest place was taken to be Illinois. */
const told = (first: string, ...more: string[]): string => {
  const { candidates } = placed(first, more);
  const candidate = candidates.find(({ place }) => place.kind === 'admin1')!;
  return townWithin({ candidate, level: 'place' }, candidates).candidate.place.name;
};

describe('a division that the event’s own sentences narrow', () => {
  const attack = 'Two people were killed in a knife attack in Illinois.';

  it('is the one town in it that they say to be in', () => {
    expect(told(attack, 'The attack happened at a store in Springfield.')).toBe('Springfield');
  });

  it('stands where they name two', () => {
    const towns = 'The attack began in Springfield and ended in Shelbyville.';
    expect(told(attack, towns)).toBe('Illinois');
  });

  it('stands where the town is a hospital’s, a dateline’s or nobody’s', () => {
    expect(told(attack, 'A man hurt in the attack is at a hospital in Springfield.')).toBe(
      'Illinois',
    );
    expect(told(`SPRINGFIELD (AP) -- ${attack}`)).toBe('Illinois');
    expect(told(attack, 'Officials met in Springfield.')).toBe('Illinois');
  });
});

describe('a country that the event’s own sentences narrow', () => {
  const told = (...sentences: [string, ...string[]]): string => {
    const [first, ...more] = sentences;
    const { candidates } = placed(first, more);
    const candidate = candidates.find(({ place }) => place.kind === 'country')!;
    return townWithin({ candidate, level: 'place' }, candidates).candidate.place.name;
  };
  const attack = 'Two people were killed in a knife attack in Freedonia.';

  it('is the one division that they say to be in', () => {
    expect(told(attack, 'The attack happened at a store in Illinois.')).toBe('Illinois');
  });

  it('stands where they name two', () => {
    expect(told(attack, 'The attack began in Illinois and ended in Kansas.')).toBe('Freedonia');
  });
});

describe('a division that a dateline narrows', () => {
  const narrowed = (first: string, ...more: string[]): string => {
    const { main, candidates } = placed(first, more);
    const candidate = candidates.find(({ place }) => place.kind === 'admin1')!;
    return datelineWithin({ candidate, level: 'place' }, candidates, main).candidate.place.name;
  };
  const police = 'The police of Illinois said so.';

  it('is its town where the event’s sentence names a street or "this city", and no other town', () => {
    const street = 'SPRINGFIELD, 3 Jun -- A bus was bombed near the 12th block of Oak Street.';
    expect(narrowed(street, police)).toBe('Springfield');
    const here = 'SPRINGFIELD, 3 Jun -- A bus was bombed in this city.';
    expect(narrowed(here, police)).toBe('Springfield');
  });

  it('stands where it names none, or another town', () => {
    const none = 'SPRINGFIELD, 3 Jun -- A bus was bombed on a road.';
    expect(narrowed(none, police)).toBe('Illinois');
    const other = 'SPRINGFIELD, 3 Jun -- A bus was bombed on Oak Street in Shelbyville.';
    expect(narrowed(other, police)).toBe('Illinois');
  });
});

describe('a division that most of what is named in it narrows', () => {
  const narrowed = (chances: Record<string, number>, first: string): string => {
    const { candidates } = placed(first);
    const candidate = candidates.find(({ place }) => place.kind === 'admin1')!;
    const odds = candidates.map(({ place }) => chances[place.name] ?? 0);
    return mainWithin({ candidate, level: 'place' }, candidates, odds).candidate.place.name;
  };
  const attack =
    'Two people were killed, police of Illinois said in Springfield and in Shelbyville.';

  it('is the town that they speak for', () => {
    const chances = { Illinois: 0.45, Springfield: 0.35, Shelbyville: 0.1 };
    expect(narrowed(chances, attack)).toBe('Springfield');
  });

  it('stands where two towns are alike, or none is likely', () => {
    expect(narrowed({ Illinois: 0.4, Springfield: 0.3, Shelbyville: 0.25 }, attack)).toBe(
      'Illinois',
    );
    expect(narrowed({ Illinois: 0.7, Springfield: 0.2 }, attack)).toBe('Illinois');
  });

  it('stands where it happened all over it', () => {
    const all = 'Two people were killed across Illinois after talks in Springfield.';
    expect(narrowed({ Illinois: 0.45, Springfield: 0.35 }, all)).toBe('Illinois');
  });
});
