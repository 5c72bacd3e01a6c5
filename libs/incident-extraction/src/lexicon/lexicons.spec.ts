import { describe, expect, it } from '@jest/globals';
import { AcledSubEventType, Family, PloverType } from '@tocsin/contracts';
import { Value } from 'typebox/value';
import { readData } from './data.js';

type Lists = Record<string, string[]>;

const files: Record<string, () => Lists[]> = {
  'triggers.json': () => {
    const { verbs, nouns, adjectives } = readData<Record<string, Lists>>('triggers.json');
    return [verbs!, nouns!, adjectives!];
  },
  'verbal.json': () => {
    const { verbs, nouns, adjectives } = readData<Record<string, Lists>>('verbal.json');
    return [verbs!, nouns!, adjectives!];
  },
  'instruments.json': () => [readData<{ types: Lists }>('instruments.json').types],
  'targets.json': () => [readData<{ types: Lists }>('targets.json').types],
  'organisations.json': () => [
    readData<{ organisations: Lists }>('organisations.json').organisations,
    { police: readData<{ police: string[] }>('organisations.json').police },
  ],
  'actors.json': () => {
    const { classes } = readData<{ classes: Record<string, { words: string[] }> }>('actors.json');
    return [Object.fromEntries(Object.entries(classes).map(([id, each]) => [id, each.words]))];
  },
};

describe.each(Object.keys(files))('the lexicon %s', (name) => {
  it('names its source and licence', () => {
    const { source, licence } = readData<{ source: string; licence: string }>(name);
    expect(source.length).toBeGreaterThan(10);
    expect(licence).toBe('Apache-2.0');
  });

  it('holds each word once, in lower case, with single blanks', () => {
    for (const lists of files[name]!()) {
      const words = Object.values(lists).flat();
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
      expect(
        words.filter((word) => word !== word.toLowerCase().trim() || / {2}/.test(word)),
      ).toEqual([]);
    }
  });
});

describe('the senses', () => {
  const { senses } = readData<{ senses: Record<string, Record<string, string>> }>('senses.json');

  it.each(Object.entries(senses))('%s uses the vocabularies of the contract', (_, sense) => {
    expect(Value.Check(Family, sense.family)).toBe(true);
    if (sense.sub) expect(Value.Check(AcledSubEventType, sense.sub)).toBe(true);
    if (sense.plover) expect(Value.Check(PloverType, sense.plover)).toBe(true);
    if (sense.hazard) expect(sense.hazard).toMatch(/^(?:Technological|Natural)\/\w+\/[\w ]+$/);
  });

  it('are there for every trigger', () => {
    for (const name of ['triggers.json', 'verbal.json']) {
      const { patterns } = readData<{ patterns: Lists }>(name);
      for (const lists of [...files[name]!(), patterns]) {
        expect(Object.keys(lists).filter((id) => !senses[id])).toEqual([]);
      }
    }
  });

  it('are told by a trigger each, and every list of things is used and there', () => {
    const known = ['triggers.json', 'verbal.json'].flatMap((name) => [
      ...files[name]!().flatMap((lists) => Object.keys(lists)),
      ...Object.keys(readData<{ patterns: Lists }>(name).patterns),
    ]);
    expect(Object.keys(senses).filter((id) => !known.includes(id))).toEqual([]);
    const { patterns, things } = readData<{ patterns: Lists; things: Lists }>('triggers.json');
    const used = Object.values(patterns)
      .flat()
      .flatMap((line) => line.match(/(?<=@)[\w-]+/g) ?? []);
    expect([...new Set(used)].sort()).toEqual(Object.keys(things).sort());
  });
});
