import { expect, it } from '@jest/globals';
import { Partition } from './partition.js';

it('divides numbers into groups that know their members', () => {
  const partition = new Partition(4);
  partition.unite(1, 0);
  expect(partition.all()).toEqual([1, 1, 2, 3]);
  expect(partition.members(partition.of(0)).toSorted()).toEqual([0, 1]);
  expect(partition.bySize(2, 1)).toEqual([1, 2]);
  expect(partition.bySize(3, 2)).toEqual([3, 2]);
});
