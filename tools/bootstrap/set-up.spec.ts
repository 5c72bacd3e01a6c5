import { describe, expect, it } from '@jest/globals';
import { delimiter } from 'node:path';
import { runtimeNode, toolEnvironment } from './set-up.mjs';

describe('the environment that the tools run in', () => {
  it("puts the repository's own binaries first", () => {
    const env = toolEnvironment('/repo', { PATH: '/usr/bin' });
    expect(env.PATH).toBe(`/repo/node_modules/.bin${delimiter}/usr/bin`);
  });

  it('keeps no Nx daemon, which would outlive the command', () => {
    expect(toolEnvironment('/repo', { NX_DAEMON: 'true' }).NX_DAEMON).toBe('false');
  });

  it('keeps every other setting', () => {
    expect(toolEnvironment('/repo', { KAFKA_BROKERS: 'k:9092' }).KAFKA_BROKERS).toBe('k:9092');
  });

  it('works where PATH is not set', () => {
    expect(toolEnvironment('/repo', {}).PATH).toBe(`/repo/node_modules/.bin${delimiter}`);
  });

  it('runs on the Node.js that npm installed', () => {
    expect(runtimeNode('/repo')).toBe('/repo/node_modules/.bin/node');
  });
});
