import { describe, expect, it } from '@jest/globals';
import { seeded } from '../corpus/random.js';
import { changedJson } from './mutate-json.js';

const TEXT = '{"a":{"b":[1,2,3]},"c":"d"}';
const changed = (seed: number) => {
  const random = seeded(seed);
  return Array.from({ length: 200 }, () => changedJson(TEXT, random) ?? '');
};

describe('a changed JSON document', () => {
  it('is JSON, and mostly another one', () => {
    const all = changed(1);
    for (const text of all) expect(() => JSON.parse(text)).not.toThrow();
    expect(all.filter((text) => text === TEXT).length).toBeLessThan(60);
    expect(new Set(all).size).toBeGreaterThan(50);
  });

  it('is the same for the same seed', () => {
    expect(changed(2)).toEqual(changed(2));
  });

  it('has values changed, taken out and added, at every depth', () => {
    const all = changed(3);
    expect(all.some((text) => !text.includes('"c"'))).toBe(true);
    expect(all.some((text) => text.includes('"unknown"'))).toBe(true);
    expect(all.some((text) => /"b":\[(?!1,2,3\])/.test(text))).toBe(true);
  });

  it('can be made of a bare value, and of no other text', () => {
    expect(changedJson('1', seeded(4))).toBeDefined();
    expect(changedJson('{"a":', seeded(4))).toBeUndefined();
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expect(() => changedJson(deep, seeded(4))).not.toThrow();
  });
});
