import { describe, expect, it } from '@jest/globals';
import type { UrlVersion } from './url-ends.js';
import { checkVersions } from './versions.js';

const of = (urlId: string, ...versions: number[]): UrlVersion[] =>
  versions.map((version) => ({ urlId, version }));
const examples = (fetched: UrlVersion[], shown: UrlVersion[]) =>
  checkVersions({ fetched, shown }).examples;

it('versions that grow, or come again, are sound when the newest is shown', () =>
  expect(
    checkVersions({
      fetched: [...of('a', 1, 1, 3), ...of('b', 2)],
      shown: [...of('a', 3), ...of('b', 2)],
    }),
  ).toMatchObject({ name: 'I4 versions', passed: true }));

describe('a planted fault is found:', () => {
  it('a version that falls', () =>
    expect(examples(of('a', 3, 1), of('a', 3))).toEqual(['a falls from version 3 to 1']));

  it('an older version that is shown', () =>
    expect(examples(of('a', 1, 3), of('a', 1))).toEqual(['a is shown at 1, newest is 3']));

  it('a version that nobody fetched', () =>
    expect(examples([], of('a', 1))).toEqual(['a is shown at 1, newest is undefined']));
});
