import { describe, expect, it } from '@jest/globals';
import { FAULTS } from './faults/table.js';
import { HELP, parseOptions, UsageError } from './options.js';

describe('the size of a fault test', () => {
  it('is 20 kills over 200 articles when it has to be quick', () =>
    expect(parseOptions(['--quick'], 5)).toEqual({
      tests: ['kills'],
      resume: false,
      list: false,
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

describe('the tests that are made', () => {
  const testsOf = (...args: string[]) => parseOptions(args, 5).tests;

  it('are all, the kills first, unless something else is asked for', () => {
    expect(testsOf()).toEqual(['kills', ...FAULTS.map(({ name }) => name)]);
  });

  it('are the kills alone when their number is given', () => {
    expect(testsOf('--kills', '3')).toEqual(['kills']);
    expect(testsOf('--articles', '30')).toEqual(['kills']);
  });

  it('can be chosen by name, and come in their own order', () =>
    expect(testsOf('--tests', 'zombie, kills,kill')).toEqual(['kills', 'kill', 'zombie']));

  it('of the subset leave out the kills and what is extra', () => {
    const long = FAULTS.filter(({ isExtra }) => isExtra).map(({ name }) => name);
    expect(testsOf('--subset').filter((name) => name === 'kills' || long.includes(name))).toEqual(
      [],
    );
    expect(testsOf('--subset')).toHaveLength(FAULTS.length - long.length);
  });
});

describe('a command line that cannot be understood', () => {
  it.each([
    [['--kills', '0']],
    [['--articles', 'many']],
    [['--seed', '-1']],
    [['--slow']],
    [['--tests', 'kill,earthquake']],
    [['quick']],
  ])('%j is refused with where to look', (args) => {
    expect(() => parseOptions(args, 5)).toThrow(UsageError);
    expect(() => parseOptions(args, 5)).toThrow(/--help/);
  });
});

it('the help names every option', () => {
  for (const name of [
    'list',
    'tests',
    'subset',
    'resume',
    'quick',
    'kills',
    'articles',
    'seed',
    'json',
    'help',
  ]) {
    expect(HELP).toContain(`--${name}`);
  }
});
