import { describe, expect, it } from '@jest/globals';
import { cpuTimeOf, ownCpuTime } from './cpu-time.js';

describe('the CPU time of a process', () => {
  it('is what the process itself says, within some ticks', async () => {
    const before = ownCpuTime();
    while (ownCpuTime() < before + 100);
    const told = await cpuTimeOf(process.pid);
    expect(Math.abs((told ?? 0) - ownCpuTime())).toBeLessThan(50);
  });

  it('is unknown for a process that is not there', async () => {
    // Beyond the highest id that Linux gives (pid_max).
    expect(await cpuTimeOf(2 ** 22 + 1)).toBeNull();
  });
});
