import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { endProcess } from './end-process.js';
import { identify, isAlive, type ProcessIdentity } from './identity.js';

let child: ChildProcess;

/** A process in a group of its own that has said that it is ready. */
async function start(script: string): Promise<ProcessIdentity> {
  const code = `${script}; setInterval(() => {}, 1000); console.log('ready')`;
  child = spawn(process.execPath, ['-e', code], { detached: true });
  await once(child.stdout!, 'data');
  return identify(child.pid!)!;
}

afterEach(() => void child.kill('SIGKILL'));

describe('ending a process', () => {
  it('asks first', async () => {
    const target = await start("process.on('SIGTERM', () => process.exit(7))");
    const exit = once(child, 'exit');
    await endProcess(target, 'SIGTERM', 5_000);
    expect(await exit).toEqual([7, null]);
  });

  it('uses force on one that does not listen', async () => {
    const target = await start("process.on('SIGTERM', () => {})");
    const exit = once(child, 'exit');
    await endProcess(target, 'SIGTERM', 200);
    expect(await exit).toEqual([null, 'SIGKILL']);
  });

  it('uses force at once when told to', async () => {
    const target = await start("process.on('SIGTERM', () => process.exit(7))");
    const exit = once(child, 'exit');
    await endProcess(target, 'SIGKILL', 5_000);
    expect(await exit).toEqual([null, 'SIGKILL']);
  });

  it('ends the helpers of a process that was forced', async () => {
    const target = await start(
      "const c = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); console.error(c.pid)",
    );
    const [line] = await once(child.stderr!, 'data');
    const helper = identify(Number(String(line)))!;
    await endProcess(target, 'SIGKILL', 5_000);
    for (let i = 0; i < 40 && isAlive(helper); i++) await new Promise((r) => setTimeout(r, 50));
    expect(isAlive(helper)).toBe(false);
  });

  it('leaves another process alone that has the id now', async () => {
    const target = await start('');
    await endProcess({ pid: target.pid, startedAt: 'before' }, 'SIGKILL', 100);
    expect(isAlive(target)).toBe(true);
  });
});
