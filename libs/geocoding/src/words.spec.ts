import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { COMMON_WORDS, DEMONYMS, PART_OF, STATE_ABBREVIATIONS } from './words.js';

const lists = JSON.parse(
  readFileSync(new URL('../data/words.json', import.meta.url), 'utf8'),
) as Record<string, string[] | string>;

describe('the word lists', () => {
  it.each(Object.entries(lists).filter(([name]) => name !== 'source'))(
    '%s is lower case and has no duplicates',
    (_name, words) => {
      expect(Array.isArray(words)).toBe(true);
      expect(new Set(words).size).toBe(words.length);
      expect((words as string[]).every((word) => word === word.toLowerCase())).toBe(true);
    },
  );

  it('hold plain words that are small towns too, and no big city', () => {
    expect(COMMON_WORDS.has('reading')).toBe(true);
    expect(COMMON_WORDS.has('mobile')).toBe(true);
    expect(COMMON_WORDS.has('paris')).toBe(false);
  });

  it('map demonyms, singular and plural', () => {
    expect(DEMONYMS.get('kazakh')).toBe('KAZ');
    expect(DEMONYMS.get('russians')).toBe('RUS');
    expect(DEMONYMS.get('african')).toBe('Africa');
  });

  it('say what a name is part of by the word behind it', () => {
    expect(PART_OF.get('road')).toBe('road');
    expect(PART_OF.get('police')).toBe('office');
    expect(PART_OF.get('river')).toBe('nature');
  });

  it('know divisions’ abbreviations without their dot', () => {
    expect(STATE_ABBREVIATIONS.has('minn')).toBe(true);
    expect(STATE_ABBREVIATIONS.has('ont')).toBe(true);
    expect(STATE_ABBREVIATIONS.has('idaho')).toBe(false);
  });
});
