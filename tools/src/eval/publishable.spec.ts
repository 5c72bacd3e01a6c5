import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { isPublishable } from './publishable.js';

describe('a mention that may be published', () => {
  const mention = { kind: 'incident', realis: 'actual', background: false } as Mention;

  it('happened or was attempted, and is news', () => {
    expect(isPublishable(mention)).toBe(true);
    expect(isPublishable({ ...mention, realis: 'attempted' })).toBe(true);
  });

  it.each<Partial<Mention>>([{ realis: 'planned' }, { background: true }, { kind: 'aggregate' }])(
    'is not %j',
    (not) => {
      expect(isPublishable({ ...mention, ...not })).toBe(false);
    },
  );
});
