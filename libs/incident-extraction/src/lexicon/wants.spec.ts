import { describe, expect, it } from '@jest/globals';
import { actorClass } from './actors.js';
import { readData } from './data.js';
import { senseOf } from './triggers.js';
import { collectives, making, occurring, wants, weaponVerbs } from './wants.js';

const OTHERS = new Set(['people', 'single', 'name', 'thing', 'weapon']);

describe('what senses want', () => {
  it.each([...wants])('%s is a sense, and names classes of people that there are', (id, want) => {
    expect(senseOf(id).id).toBe(id);
    const named = Object.values(want).flatMap((value) => (Array.isArray(value) ? value : []));
    expect(named.filter((each) => !OTHERS.has(each) && !actorClass(each))).toEqual([]);
    expect(Object.keys(want).length).toBeGreaterThan(0);
  });

  it('knows verbs and nouns in all their forms', () => {
    expect(weaponVerbs.has('thrown')).toBe(true);
    expect(occurring.has('erupted')).toBe(true);
    expect(making.has('reached')).toBe(true);
    expect(collectives.has('supporters')).toBe(true);
  });

  it('refuses a sense that there is not', () => {
    expect(() => senseOf('picnic')).toThrow(/no sense picnic/);
  });

  it('lists no word twice, and names only nouns that are triggers', () => {
    const { collectives, names, occurring, making, deeds } =
      readData<Record<string, string[]>>('wants.json');
    for (const list of [collectives, names, occurring, making, deeds])
      expect(new Set(list).size).toBe(list!.length);
    const { nouns, named } = readData<{ nouns: Record<string, string[]>; named: string[] }>(
      'triggers.json',
    );
    const known = new Set(Object.values(nouns).flat());
    expect(named.filter((noun) => !known.has(noun))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });
});
