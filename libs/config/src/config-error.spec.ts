import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-error.js';

describe('the refusal of an environment', () => {
  it('counts and lists what is bad, a line each', () => {
    const error = new ConfigError([
      { env: 'A', problem: 'is missing' },
      { env: 'B', problem: 'is odd' },
    ]);
    expect(error.message).toBe('2 settings are bad:\n  A: is missing\n  B: is odd');
  });

  it('speaks of one as one', () => {
    expect(new ConfigError([{ env: 'A', problem: 'is missing' }]).message).toMatch(
      /^1 setting is bad/,
    );
  });

  it('has a name and a stable code', () => {
    expect(new ConfigError([])).toMatchObject({ name: 'ConfigError', code: 'ERR_CONFIG_INVALID' });
  });
});
