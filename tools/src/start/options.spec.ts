import { describe, expect, it } from '@jest/globals';
import { HELP, parseOptions } from './options.js';

describe('the options of npm start', () => {
  it('are the sample, until Ctrl-C, when none is given', () => {
    expect(parseOptions([])).toEqual({
      feeds: undefined,
      sample: true,
      once: false,
      json: false,
      help: false,
    });
  });

  it('add feeds and leave the sample out', () => {
    const options = parseOptions(['--feeds', 'my.opml', '--no-sample']);
    expect(options).toMatchObject({ feeds: 'my.opml', sample: false });
  });

  it('drain once and end in JSON', () => {
    expect(parseOptions(['--once', '--json'])).toMatchObject({ once: true, json: true });
  });

  it.each([
    [['--json'], '--json needs --once'],
    [['--once', '--no-sample'], 'needs --feeds'],
    [['--unknown'], '--unknown'],
    [['--feeds'], '--feeds'],
    [['leftover'], 'leftover'],
  ])('%j is refused with a code and the way to the help', (args, words) => {
    expect(() => parseOptions(args)).toThrow(
      expect.objectContaining({
        code: 'ERR_START_USAGE',
        exitCode: 2,
        message: expect.stringContaining(words),
      }),
    );
    expect(() => parseOptions(args)).toThrow(/npm start -- --help/);
  });

  it('are all in the help, with the exit codes', () => {
    for (const option of ['--feeds', '--no-sample', '--once', '--json', '--help', 'Exit codes']) {
      expect(HELP).toContain(option);
    }
  });
});
