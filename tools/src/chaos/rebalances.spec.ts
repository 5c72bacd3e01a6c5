import { expect, it } from '@jest/globals';
import { countRebalances } from './rebalances.js';

const line = (group: string, generation: number) =>
  `INFO GroupMetadataManager [GroupCoordinator id=1] Stabilized group ${group} generation ${generation} with 1 members.`;

it('a rebalance is every generation of a group after its first', () => {
  const log = [line('store', 1), line('store', 2), line('extractor', 1), line('store', 4)];
  expect(countRebalances(log.join('\n'), ['store', 'extractor'])).toBe(3);
});

it('groups that are not asked for do not count', () =>
  expect(countRebalances([line('x', 1), line('x', 9)].join('\n'), ['store'])).toBe(0));

it('a log without a word of groups has none', () =>
  expect(countRebalances('WARN something else', ['store'])).toBe(0));
