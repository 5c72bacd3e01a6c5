import { describe, expect, it } from '@jest/globals';
import { runCli } from './testing/run-cli.js';

const COMMANDS = [
  'extract',
  'cluster',
  'fetch',
  'feed',
  'ingest',
  'feeds',
  'incident',
  'status',
  'dlq',
];

describe('the command line', () => {
  it('names every command and the exit codes in its help', async () => {
    const { stdout, exitCode } = await runCli(['--help']);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    expect(stdout).toContain('Exit codes: 0 done, 1 failed, 2 wrong usage');
    expect(exitCode).toBe(0);
  });

  it.each(COMMANDS)('explains %s with an example and the exit codes', async (command) => {
    const { stdout, exitCode } = await runCli([command, '--help']);
    expect(stdout).toContain(`npx tocsin ${command}`);
    expect(stdout).toContain('Exit codes:');
    expect(exitCode).toBe(0);
  });

  it.each([[[]], [['nonsense']], [['fetch']], [['fetch', 'a', 'b']], [['feed', 'x', '--what']]])(
    'refuses %j as usage, on stderr alone',
    async (args) => {
      const { stdout, stderr, exitCode } = await runCli(args);
      expect(exitCode).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).not.toBe('');
    },
  );

  it('gives errors a code and a sentence, with --json as an object, too', async () => {
    const { stderr, json, exitCode } = await runCli(['fetch', '--json']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^tocsin: ERR_CLI_USAGE: missing required argument 'url'; see --help\.\n$/,
    );
    expect(json).toEqual([
      { error: { code: 'ERR_CLI_USAGE', message: "missing required argument 'url'" } },
    ]);
  });

  it('names every bad setting at once and none where none is needed', async () => {
    const env = { TOCSIN_STORE_URL: 'ftp://x', TOCSIN_API_KEY: 'short' };
    const { stderr, exitCode } = await runCli(['status'], { env });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('TOCSIN_STORE_URL');
    expect(stderr).toContain('TOCSIN_API_KEY');
    expect(stderr).not.toContain('short');
    expect((await runCli(['extract'], { env })).exitCode).toBe(0);
  });
});
