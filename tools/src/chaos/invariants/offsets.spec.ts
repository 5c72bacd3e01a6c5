import { describe, expect, it } from '@jest/globals';
import { checkOffsets, type FinalOffset, type OffsetSample } from './offsets.js';

const sample = (committed: bigint | null, next?: bigint | null, unsettled = 0): OffsetSample => ({
  place: 'store/article-settled/3',
  committed,
  position: next === undefined ? undefined : { next, unsettled },
});
const end = (at: OffsetSample, high: bigint): FinalOffset => ({ ...at, low: 0n, high });
const examples = (samples: OffsetSample[], final: FinalOffset[] = []) =>
  checkOffsets({ samples, final }).examples;

describe('offsets are sound', () => {
  it('that grow behind the position up to the end of the log', () =>
    expect(
      checkOffsets({
        samples: [sample(null, null), sample(null, 2n), sample(2n, 2n), sample(2n, 5n)],
        final: [end(sample(5n, 5n), 5n)],
      }),
    ).toMatchObject({ name: 'I3', passed: true }));

  it('of a group that keeps no position', () =>
    expect(examples([sample(1n), sample(4n)], [end(sample(4n), 4n)])).toEqual([]));

  it('of a partition that never had a record', () =>
    expect(examples([], [end(sample(null, null), 0n)])).toEqual([]));
});

describe('a planted fault is found:', () => {
  it('an offset that falls, once however long it stays low', () =>
    expect(examples([sample(4n), sample(3n)])).toEqual([
      'store/article-settled/3 fell from 4 to 3',
    ]));

  it('an offset that is gone', () =>
    expect(examples([sample(4n), sample(null)])).toEqual([
      'store/article-settled/3 fell from 4 to null',
    ]));

  it('an offset that fell only at the end', () =>
    expect(examples([sample(4n)], [end(sample(3n), 3n)])).toEqual([
      'store/article-settled/3 fell from 4 to 3',
    ]));

  it('a commit past what is applied', () =>
    expect(examples([sample(4n, 3n)])).toEqual([
      'store/article-settled/3 is committed past its position: committed 4, position 3',
    ]));

  it('a log that was not read to its end', () =>
    expect(examples([], [end(sample(4n), 5n)])).toEqual([
      'store/article-settled/3 ends at 4, its log at 5',
    ]));

  it('a log that was not applied to its end', () =>
    expect(examples([], [end(sample(null, null), 5n)])).toHaveLength(2));

  it('a record that was never settled', () =>
    expect(examples([], [end(sample(5n, 5n, 1), 5n)])).toEqual([
      'store/article-settled/3 has 1 unsettled records',
    ]));
});
