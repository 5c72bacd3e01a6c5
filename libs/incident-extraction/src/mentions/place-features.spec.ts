import { describe, expect, it } from '@jest/globals';
import { placed } from '../testing/placed.js';
import { fieldFeatures, placeFeatures } from './place-features.js';

/** The features of a place of an article. */
function features(name: string, first: string, ...more: string[]): Map<string, number> {
  const { candidates, field } = placed(first, more);
  const found = new Map<string, number>();
  const candidate = candidates.find(({ place }) => place.name === name)!;
  placeFeatures(candidate, field, (key, value = 1) => {
    found.set(key, value);
  });
  return found;
}
const has = (key: string, name: string, ...text: [string, ...string[]]) =>
  features(name, ...text).has(key);

const SHOT = 'A man was shot dead in Springfield.';
const FILLER = ['It was warm that day.', 'The town was quiet.', 'Nobody saw it coming.'];

describe('what speaks for a place', () => {
  it('is that the draft’s own sentence says to be there', () => {
    expect(has('own:located', 'Springfield', SHOT)).toBe(true);
    expect(has('own:located', 'Kansas', SHOT, 'Kansas slept.')).toBe(false);
  });

  it('is that its police speak', () => {
    expect(has('office', 'Shelbyville', SHOT, ...FILLER, 'Shelbyville police spoke.')).toBe(true);
    expect(has('office:early', 'Shelbyville', SHOT, 'Shelbyville police spoke.')).toBe(true);
  });

  it('is how often it is named, and how much lies near it', () => {
    const own = features('Springfield', SHOT, 'Springfield mourned.', 'Shelbyville slept.');
    expect(own.get('count')).toBeCloseTo(Math.log(2));
    expect(own.get('share')).toBeCloseTo(2 / 3);
    expect(own.get('division')).toBe(1);
  });

  it('is a dateline', () => {
    expect(has('dateline', 'Springfield', 'SPRINGFIELD - A man was shot dead.')).toBe(true);
    expect(has('dateline', 'Springfield', SHOT)).toBe(false);
  });
});

describe('what speaks against a place', () => {
  it('is that it holds another that is named', () => {
    expect(has('holds:country', 'Freedonia', 'A man was shot dead in Freedonia.', SHOT)).toBe(true);
    expect(has('holds:country', 'Freedonia', 'A man was shot dead in Freedonia.')).toBe(false);
  });

  it('is care, justice and the press', () => {
    const text = 'He was flown to a hospital in Shelbyville.';
    expect(has('care', 'Shelbyville', SHOT, text)).toBe(true);
    expect(has('justice', 'Shelbyville', SHOT, 'A court in Shelbyville sat.')).toBe(true);
    expect(has('media', 'Shelbyville', SHOT, 'The Shelbyville Times wrote it.')).toBe(true);
  });
});

describe('what tells where the article is from', () => {
  it('is that only its dateline names a place, with its own country or without', () => {
    const text: [string, ...string[]] = [
      'SPRINGFIELD (AP) - It was warm that day.',
      'A man was shot dead in Freedonia.',
    ];
    expect(has('dateline:only', 'Springfield', ...text)).toBe(true);
    expect(has('dateline:own', 'Springfield', ...text)).toBe(true);
    expect(has('dateline', 'Freedonia', ...text)).toBe(false);
  });

  it('is how far a place stands from what is told, and whether that has a town of its own', () => {
    const far = features('Shelbyville', SHOT, ...FILLER, 'Shelbyville slept.');
    expect(far.get('apart')).toBeCloseTo(Math.log1p(4));
    expect(far.has('unplaced')).toBe(true);
    expect(features('Springfield', SHOT).has('apart')).toBe(false);
  });

  it('is weighed apart in news from elsewhere than the United States', () => {
    expect(has('world:own:located', 'Springfield', SHOT)).toBe(false);
    const { candidates, field } = placed(SHOT);
    const found: string[] = [];
    placeFeatures(candidates[0]!, { ...field, american: false }, (name) => found.push(name));
    expect(found).toContain('world:own:located');
  });

  it('is whose people it names', () => {
    const { candidates, field } = placed(SHOT);
    const found = new Map<string, number>();
    const abroad = { ...field, american: false, peoples: new Map([['USA', 0.5]]) };
    placeFeatures(candidates[0]!, abroad, (name, value = 1) => void found.set(name, value));
    expect(found.get('peoples')).toBe(0.5);
    expect(found.has('peoples:none')).toBe(false);
  });
});

describe('whether any place is the draft’s', () => {
  it('depends on whether its own sentences name a town, and on how many are named', () => {
    const found = new Map<string, number>();
    const add = (name: string, value = 1) => void found.set(name, value);
    fieldFeatures(placed(SHOT, ['Shelbyville slept.']).field, add);
    expect([...found.keys()]).toEqual(['some', 'some:placed', 'some:many']);
    expect(found.get('some:many')).toBeCloseTo(Math.log(2));
  });
});
