import { describe, expect, it } from '@jest/globals';
import { BenchUsageError, benchOptions } from './options.js';

const DEFAULTS = { hosts: 5, processes: [1, 2] };

describe("a part's options", () => {
  it('have defaults', () => {
    expect(benchOptions([], DEFAULTS)).toEqual({ hosts: 5, processes: [1, 2] });
  });

  it('are numbers, lists of numbers, or texts', () => {
    const args = ['--hosts', '7', '--processes', '4', '--out', 'here'];
    expect(benchOptions(args, DEFAULTS, ['out'])).toEqual({
      hosts: 7,
      processes: [4],
      out: 'here',
    });
    expect(benchOptions(['--processes', '1,2,4'], DEFAULTS).processes).toEqual([1, 2, 4]);
  });

  it.each([
    ['no number', ['--hosts', 'many']],
    ['an empty one', ['--processes', '1,']],
    ['a list where one is wanted', ['--hosts', '1,2']],
    ['a negative one', ['--hosts=-1']],
    ['an option that there is not', ['--speed', '1']],
    ['a stray word', ['fast']],
  ])('refuse %s', (_, args) => {
    expect(() => benchOptions(args, DEFAULTS)).toThrow(BenchUsageError);
  });
});
