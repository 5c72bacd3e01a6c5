import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Interrupted, onInterrupt, type Interrupt } from './interrupt.js';

const NAMES = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

describe('a request to stop', () => {
  let interrupt: Interrupt;
  let clock: number;
  let hurried: boolean;

  beforeEach(() => {
    clock = 0;
    hurried = false;
    interrupt = onInterrupt(() => clock);
    void interrupt.again.then(() => (hurried = true));
  });
  afterEach(() => {
    for (const name of NAMES) process.removeAllListeners(name);
  });
  const request = async (name: NodeJS.Signals, at: number) => {
    clock = at;
    process.emit(name);
    await sleep(0);
  };

  it.each(NAMES)('by %s aborts', async (name) => {
    expect(interrupt.signal.aborted).toBe(false);
    await request(name, 10);
    expect(interrupt.signal.reason).toBeInstanceOf(Interrupted);
    expect(interrupt.signal.reason).toMatchObject({ exitCode: 130 });
  });

  it('that arrives twice at once, from terminal and npm, is one', async () => {
    await request('SIGINT', 10);
    await request('SIGINT', 12);
    expect(hurried).toBe(false);
  });

  it('made again means now', async () => {
    await request('SIGINT', 10);
    await request('SIGINT', 2_000);
    expect(hurried).toBe(true);
  });
});

describe('the launcher', () => {
  let child: ChildProcess;
  afterEach(() => void child.kill('SIGKILL'));

  it('that dies takes the process it launched along', async () => {
    const script = "process.once('disconnect', () => process.exit(9)); setInterval(() => {}, 1000)";
    child = spawn(process.execPath, ['-e', script], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await once(child, 'spawn');
    child.disconnect();
    expect((await once(child, 'exit'))[0]).toBe(9);
  });
});
