import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { readUsage, treeCpuMs, usageOf } from './processes.js';

/** Of proc(5): id, command, state, parent, …, 14 to 17 the times, 24 the resident pages. */
const STAT =
  '4242 (a (strange) name) S 17 4242 4242 0 -1 4194304 900 800 0 0 120 30 7 5 20 0 11 0 12345 1000000 512 18446744073709551615 1 1 0';

describe("a process' usage", () => {
  it('is read behind a command that holds brackets and blanks', () => {
    expect(usageOf(STAT)).toEqual({
      pid: 4242,
      parent: 17,
      cpuMs: 1_500,
      endedCpuMs: 120,
      rssBytes: 512 * 4_096,
    });
  });

  it('is near what the process says of itself', () => {
    const { cpuMs, rssBytes, pid } = readUsage(process.pid);
    const { user, system } = process.cpuUsage();
    expect(pid).toBe(process.pid);
    expect(Math.abs(cpuMs - (user + system) / 1_000)).toBeLessThan(500);
    expect(rssBytes / process.memoryUsage().rss).toBeCloseTo(1, 0);
  });

  it('counts children, also when they have ended', () => {
    const before = treeCpuMs(process.pid);
    spawnSync(process.execPath, ['-e', 'const end = Date.now() + 300; while (Date.now() < end);']);
    expect(treeCpuMs(process.pid) - before).toBeGreaterThan(100);
  });
});
