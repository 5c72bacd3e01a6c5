import { describe, expect, it } from '@jest/globals';
import { CliError } from './cli-error.js';

describe('an error of the command line', () => {
  it('ends the command with 1, and with 2 when the command was wrong', () => {
    expect(new CliError('ERR_CLI_FILE', 'No file.').exitCode).toBe(1);
    expect(new CliError('ERR_API_KEY', 'A key is needed.').exitCode).toBe(1);
    expect(new CliError('ERR_CLI_USAGE', 'Say which.').exitCode).toBe(2);
  });

  it('keeps its code and cause', () => {
    const cause = new Error('below');
    const error = new CliError('ERR_CLI_ANSWER', 'No.', { cause });
    expect(error).toMatchObject({
      name: 'CliError',
      code: 'ERR_CLI_ANSWER',
      message: 'No.',
      cause,
    });
  });
});
