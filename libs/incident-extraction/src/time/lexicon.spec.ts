import { describe, expect, it } from '@jest/globals';
import { readData } from '../lexicon/data.js';
import { HOLIDAYS, whichOf, wordOf } from './lexicon.js';

describe('the lexicon of time', () => {
  const data = readData<Record<string, unknown>>('time.json');

  it('names its source and licence', () => {
    expect(String(data['source']).length).toBeGreaterThan(10);
    expect(data['licence']).toBe('Apache-2.0');
  });

  it('is in lower case', () => {
    for (const table of Object.values(data)) {
      if (typeof table !== 'object' || table === null) continue;
      const words: string[] = Array.isArray(table) ? table.map(String) : Object.keys(table);
      expect(words.filter((word) => word !== word.toLowerCase().trim())).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('keeps all that a word can be', () => {
    expect(wordOf('second')).toMatchObject({ unit: 'second', ordinal: 2, anchor: true });
    expect(wordOf('previous')).toEqual({ shift: -1 });
    expect(wordOf('bomb')).toBeUndefined();
  });

  it('has a rule of one kind for each holiday', () => {
    for (const { month, day, weekday, nth, easter, islamic } of Object.values(HOLIDAYS)) {
      const weekdays = weekday !== undefined && nth !== undefined;
      const kinds = [day !== undefined, weekdays, easter !== undefined, islamic !== undefined];
      expect(kinds.filter(Boolean)).toHaveLength(1);
      expect(month !== undefined).toBe(day !== undefined || weekdays);
    }
  });

  it('turns a shift into words', () => {
    expect([-1, 0, 1].map(whichOf)).toEqual(['last', 'this', 'next']);
  });
});
