import { describe, expect, it } from '@jest/globals';

import type { Assignment, RawBatch, SubscriptionRequest } from './broker.port.js';
import { byGroup } from './by-group.js';

const request = (group: string, topics: string[], seen: string[]): SubscriptionRequest => ({
  group,
  topics,
  onAssigned: async ({ topic }) => void seen.push(`assigned ${topic}`),
  onBatch: async ({ topic }) => void seen.push(`batch ${topic}`),
});

describe('several subscriptions of one group', () => {
  it('become one request for all their topics', () => {
    const merged = byGroup([request('g', ['a', 'a-retry'], []), request('g', ['b'], [])]);
    expect(merged).toHaveLength(1);
    expect(merged[0]?.topics).toEqual(['a', 'a-retry', 'b']);
  });

  it('each get what belongs to their topics', async () => {
    const [first, second]: [string[], string[]] = [[], []];
    const [merged] = byGroup([request('g', ['a'], first), request('g', ['b'], second)]);
    await merged?.onAssigned({ topic: 'b' } as Assignment);
    await merged?.onBatch({ topic: 'a' } as RawBatch);
    expect([first, second]).toEqual([['batch a'], ['assigned b']]);
  });

  it('stay apart from those of other groups', () => {
    const merged = byGroup([request('g', ['a'], []), request('h', ['a'], [])]);
    expect(merged.map(({ group, topics }) => [group, topics])).toEqual([
      ['g', ['a']],
      ['h', ['a']],
    ]);
  });

  it('may not ask for one topic twice: two handlers would share its offsets', () => {
    expect(() => byGroup([request('g', ['a'], []), request('g', ['a'], [])])).toThrow(
      'g subscribes to a twice',
    );
  });
});
