import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { logTail, startChild, type ChildSpec } from './child.js';
import { readRuns, RunRecord } from './run-record.js';

describe('a process of the stack', () => {
  let folder: string;
  let record: RunRecord;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tocsin-child-'));
    record = new RunRecord(join(folder, 'run'), 'test', []);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const spec = (script: string, more: Partial<ChildSpec> = {}): ChildSpec => ({
    name: 'helper',
    command: process.execPath,
    args: ['-e', script],
    logFile: join(folder, 'logs', 'helper.log'),
    stopSignal: 'SIGTERM',
    stopGraceMs: 5_000,
    ...more,
  });
  const recorded = () => readRuns(join(folder, 'run'))[0]?.state.children ?? [];

  it('is on record while it lives and off it when it has ended', async () => {
    const child = await startChild(spec('setInterval(() => {}, 1000)'), record);
    expect(recorded()).toMatchObject([{ name: 'helper', pid: child.pid, stopSignal: 'SIGTERM' }]);
    await child.stop();
    expect(child.hasExited()).toBe(true);
    expect(recorded()).toEqual([]);
  });

  it('writes both streams to its log', async () => {
    const child = await startChild(spec("console.log('out'); console.error('err')"), record);
    await child.exited;
    expect(readFileSync(child.logFile, 'utf8')).toMatch(/out\nerr|err\nout/);
  });

  it('shows the end of its log', async () => {
    const child = await startChild(
      spec("for (let i = 0; i < 9; i++) console.log('l' + i)"),
      record,
    );
    await child.exited;
    expect(logTail(child.logFile, 2)).toBe('l7\nl8');
  });

  it('says how it ended: by itself, or by a signal', async () => {
    const failing = await startChild(spec('process.exit(3)'), record);
    expect(await failing.exited).toEqual({ code: 3, signal: null });
    const lasting = await startChild(spec('setInterval(() => {}, 1000)'), record);
    await lasting.stop();
    expect(await lasting.exited).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('can be stopped twice, and after it ended by itself', async () => {
    const child = await startChild(spec(''), record);
    await child.exited;
    await child.stop();
    await expect(child.stop()).resolves.toBeUndefined();
  });

  it('ends at once when there is no time to finish', async () => {
    const child = await startChild(
      spec("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"),
      record,
    );
    await child.stopQuickly();
    expect(recorded()).toEqual([]);
  });

  it('that does not exist is one sentence with a code', async () => {
    await expect(
      startChild(spec('', { command: join(folder, 'none') }), record),
    ).rejects.toMatchObject({
      code: 'ERR_STACK_PROCESS_FAILED',
      message: expect.stringContaining('helper could not be started'),
    });
    expect(recorded()).toEqual([]);
  });

  it('has no log to show before it wrote one', () => {
    expect(logTail(join(folder, 'none.log'))).toBe('');
  });
});
