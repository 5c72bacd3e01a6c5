import { describe, expect, it } from '@jest/globals';
import { casualtiesOf, ELSEWHERE, linkableOf, mentionOf } from '../testing/mentions.js';
import { DELEGATES, leastLevel, levelOf, crowdOf } from './delegates.js';
import { linkIncidents } from './link-incidents.js';

const ids = Array.from({ length: 20_000 }, (_, i) => `mention-${i}`);

describe('a crowd', () => {
  it.each([1_000, 5_000, 20_000])('of %i has about as many delegates as any', (crowd) => {
    const least = leastLevel(crowd);
    const speaking = ids.slice(0, crowd).filter((id) => levelOf(id) >= least).length;
    expect(speaking).toBeGreaterThan(DELEGATES / 2);
    expect(speaking).toBeLessThan(DELEGATES * 3);
  });

  it('that is small has none but delegates', () => {
    expect(leastLevel(0)).toBe(0);
    expect(leastLevel(2 * DELEGATES - 1)).toBe(0);
    expect(leastLevel(2 * DELEGATES)).toBe(1);
  });

  it('is of those that say the same', () => {
    const signature = crowdOf(mentionOf());
    expect(crowdOf(mentionOf('other', { summary: 'Other words.' }))).toBe(signature);
    const others = [
      { where: ELSEWHERE },
      { casualties: casualtiesOf(7) },
      { background: true },
      { kind: 'aggregate' as const },
    ];
    for (const changes of others) expect(crowdOf(mentionOf('m', changes))).not.toBe(signature);
  });
});

it('an incident of very many articles is one, at a cost that grows with their number only', () => {
  const words = ['riot', 'officer', 'fuel'].map((term) => ({ term, weight: 0.57, name: false }));
  const crowd = Array.from({ length: 3_000 }, (_, i) => linkableOf({}, `article-${i}`, words));
  let pairs = 0;
  const started = linkIncidents(crowd, (a, b) => {
    pairs += 1;
    return { score: a === b ? 0 : 2, features: {}, ruledOutBy: null, decision: 'linked' };
  });
  expect(new Set(started.values()).size).toBe(1);
  expect(started.size).toBe(3_000);
  expect(pairs).toBeLessThan(3_000 * 3 * DELEGATES);
});
