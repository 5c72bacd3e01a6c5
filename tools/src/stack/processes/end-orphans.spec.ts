import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endOrphans } from './end-orphans.js';
import { identify, isAlive, type ProcessIdentity } from './identity.js';

const IDLE = 'setInterval(() => {}, 1000)';

describe('what a killed run left behind', () => {
  let folder: string;
  let child: ChildProcess;
  let orphan: ProcessIdentity;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tocsin-orphans-'));
    child = spawn(process.execPath, ['-e', IDLE], { detached: true });
    orphan = identify(child.pid!)!;
  });
  afterEach(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  const record = (runner: ProcessIdentity, children: ProcessIdentity[], throwaway: string[] = []) =>
    writeFileSync(
      join(folder, `test-${runner.pid}.json`),
      JSON.stringify({
        label: 'test',
        runner,
        children: children.map((c) => ({ ...c, name: 'kafka', stopSignal: 'SIGTERM' })),
        throwaway,
      }),
    );

  it('is ended and named', async () => {
    record({ pid: 2 ** 30, startedAt: '1' }, [orphan]);
    expect(await endOrphans(folder)).toEqual(['kafka']);
    expect(isAlive(orphan)).toBe(false);
  });

  it('is forgotten afterwards', async () => {
    record({ pid: 2 ** 30, startedAt: '1' }, [orphan]);
    await endOrphans(folder);
    expect(readdirSync(folder)).toEqual([]);
    expect(await endOrphans(folder)).toEqual([]);
  });

  it('loses its throwaway data', async () => {
    const data = join(folder, 'data');
    mkdirSync(join(data, 'kafka'), { recursive: true });
    record({ pid: 2 ** 30, startedAt: '1' }, [], [data]);
    await endOrphans(folder);
    expect(existsSync(data)).toBe(false);
  });

  it('is left alone while the process that started it lives', async () => {
    record(identify(process.pid)!, [orphan]);
    expect(await endOrphans(folder)).toEqual([]);
    expect(isAlive(orphan)).toBe(true);
  });

  it('does not touch a process that was given the id of an orphan', async () => {
    record({ pid: 2 ** 30, startedAt: '1' }, [{ pid: orphan.pid, startedAt: 'before' }]);
    expect(await endOrphans(folder)).toEqual([]);
    expect(isAlive(orphan)).toBe(true);
  });
});
