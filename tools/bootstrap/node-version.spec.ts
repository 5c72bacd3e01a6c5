import { describe, expect, it } from '@jest/globals';
import { assertNodeVersion, majorOf } from './node-version.mjs';

describe('the Node.js that starts the set-up', () => {
  it.each([
    ['20.0.0', 20],
    ['24.21.0', 24],
    ['9.11.2', 9],
  ])('reads the major version of %s', (version, major) => {
    expect(majorOf(version)).toBe(major);
  });

  it.each(['20.0.0', '22.4.1', '24.21.0', '26.0.0-nightly'])('accepts %s', (version) => {
    expect(() => assertNodeVersion(version)).not.toThrow();
  });

  it.each(['18.20.4', '19.9.0', '8.0.0'])('refuses %s with a code and what to do', (version) => {
    expect(() => assertNodeVersion(version)).toThrow(
      expect.objectContaining({
        code: 'ERR_SETUP_NODE_OLD',
        exitCode: 3,
        message: expect.stringContaining('install Node.js 20 or newer'),
      }),
    );
  });
});
