import { describe, expect, it } from '@jest/globals';
import { normaliseQuery } from './query.js';
import { isTracker } from './tracking.js';

describe('a query in its one order', () => {
  it('is sorted by name', () => {
    expect(normaliseQuery('b=1&a=2')).toBe('a=2&b=1');
  });

  it('keeps repeated parameters as they came', () => {
    expect(normaliseQuery('z=1&a=2&a=1')).toBe('a=2&a=1&z=1');
  });

  it('loses trackers, nameless parameters and empty values', () => {
    expect(normaliseQuery('utm_source=x&id=7&fbclid=y&=1&b=')).toBe('b&id=7');
  });

  it('keeps a value that itself holds an equals sign', () => {
    expect(normaliseQuery('u=a=b')).toBe('u=a=b');
  });
});

describe('a tracker', () => {
  it('is known by its name in any case, not by a likeness', () => {
    expect(isTracker('UTM_Campaign')).toBe(true);
    expect(isTracker('gclid')).toBe(true);
    expect(isTracker('mtm_placement')).toBe(true);
    expect(isTracker('srsltid')).toBe(true);
    expect(isTracker('WT.mc_id')).toBe(true);
  });

  it('is not what others use for something else', () => {
    for (const name of ['utmost', 'id', 'ref', 'source', 'cid', 'sid', 'pk', 'pk_id', 'at', 'spm'])
      expect(isTracker(name)).toBe(false);
  });
});
