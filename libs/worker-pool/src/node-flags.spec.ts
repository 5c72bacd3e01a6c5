import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_WORKER_FLAGS, SERVICE_FLAGS } from './node-flags.js';

/** Keeps much of what it makes for a while, as a young generation that grows wants it, and tells how large that is. */
const GREEDY = `
  const kept = [];
  for (let at = 0; at < 6e6; at++) kept[at % 400_000] = { at };
  const young = require('node:v8').getHeapSpaceStatistics().find((each) => each.space_name === 'new_space');
  process.stdout.write(String(young.space_size / 1024 ** 2));
`;
const youngMiB = (flags: readonly string[]): number =>
  Number(execFileSync(process.execPath, [...flags, '--eval', GREEDY], { encoding: 'utf8' }));

describe('the flags of Node.js', () => {
  it.each([
    ['a service', SERVICE_FLAGS],
    ['a worker', DOCUMENT_WORKER_FLAGS],
  ])('keep both halves of the young generation of %s within 64 MiB', (_, flags) => {
    expect(youngMiB(flags)).toBeLessThanOrEqual(64);
    // Without the first of these a service's old generation takes most of it at once.
    const roomy = ['--no-allocation-site-pretenuring', '--max-semi-space-size=128'];
    expect(youngMiB([...flags, ...roomy])).toBeGreaterThan(64);
  });
});
