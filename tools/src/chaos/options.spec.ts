import { describe, expect, it } from '@jest/globals';
import { HELP, parseOptions, UsageError } from './options.js';

describe('the size of a fault test', () => {
  it('is 20 kills over 200 articles when it has to be quick', () =>
    expect(parseOptions(['--quick'], 5)).toEqual({
      kills: 20,
      articles: 200,
      seed: 5,
      json: false,
      save: false,
      help: false,
    }));

  it('is ten times the kills and fifty times the articles otherwise', () =>
    expect(parseOptions([], 5)).toMatchObject({ kills: 200, articles: 10_000 }));

  it('can be given, beside the seed of the run to repeat', () => {
    const args = ['--quick', '--kills', '3', '--articles', '30', '--seed', '0', '--json'];
    expect(parseOptions(args, 5)).toMatchObject({ kills: 3, articles: 30, seed: 0, json: true });
  });
});

describe('a command line that cannot be understood', () => {
  it.each([
    [['--kills', '0']],
    [['--articles', 'many']],
    [['--seed', '-1']],
    [['--slow']],
    [['quick']],
  ])('%j is refused with where to look', (args) => {
    expect(() => parseOptions(args, 5)).toThrow(UsageError);
    expect(() => parseOptions(args, 5)).toThrow(/--help/);
  });
});

it('the help names every option', () => {
  for (const name of ['quick', 'kills', 'articles', 'seed', 'json', 'help']) {
    expect(HELP).toContain(`--${name}`);
  }
});
