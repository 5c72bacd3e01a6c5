import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runFolders, type RunFolders } from './folders.js';
import type { ChildSpec } from './processes/child.js';
import { Run } from './run.js';

/** Writes its name to a file when it is asked to end: the order of ending can be read from it. */
const OBEDIENT = (file: string, name: string) =>
  `process.on('SIGTERM', () => { require('node:fs').appendFileSync('${file}', '${name} '); process.exit() });` +
  `setInterval(() => {}, 1000); console.log('ready')`;
const STUBBORN = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('ready')`;

describe('the end of a run', () => {
  let root: string;
  let folders: RunFolders;
  let order: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tocsin-run-'));
    folders = runFolders(root, 'test', false);
    order = join(root, 'order');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const spec = (name: string, script: string): ChildSpec => ({
    name,
    command: process.execPath,
    args: ['-e', script],
    logFile: join(root, `${name}.log`),
    stopSignal: 'SIGTERM',
    stopGraceMs: 5_000,
  });
  const untilReady = async (name: string) => {
    while (!readFileSync(join(root, `${name}.log`), 'utf8').includes('ready')) await sleep(10);
  };

  it('ends services before broker and database', async () => {
    const run = new Run('test', folders, false);
    await run.startBase(spec('base', OBEDIENT(order, 'base')));
    await run.startService(spec('service', OBEDIENT(order, 'service')));
    await Promise.all([untilReady('base'), untilReady('service')]);
    await run.stop();
    expect(readFileSync(order, 'utf8')).toBe('service base ');
  });

  it('is the same for one that was started again, whose log begins anew beside the first', async () => {
    const run = new Run('test', folders, false);
    const first = await run.startBase(spec('base', OBEDIENT(order, 'base')));
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const second = await run.revive('base');
    while (!readFileSync(join(root, 'base-2.log'), 'utf8').includes('ready')) await sleep(10);
    expect(run.base).toEqual([second]);
    await run.stop();
    expect(second.hasExited()).toBe(true);
    await expect(run.revive('other')).rejects.toThrow('No other was started here');
  });

  it('leaves no record', async () => {
    const run = new Run('test', folders, false);
    await run.startBase(spec('base', OBEDIENT(order, 'base')));
    await run.stop();
    expect(readdirSync(folders.records)).toEqual([]);
  });

  it('keeps data, unless it is throwaway', async () => {
    mkdirSync(folders.kafka, { recursive: true });
    await new Run('test', folders, false).stop();
    expect(existsSync(folders.kafka)).toBe(true);
    await new Run('test', folders, true).stop();
    expect(existsSync(folders.kafka)).toBe(false);
  });

  it('can be hurried while it waits for a process that does not listen', async () => {
    const run = new Run('test', folders, false);
    const child = await run.startService(spec('stubborn', STUBBORN));
    await untilReady('stubborn');
    const stopping = run.stop();
    const startedAt = Date.now();
    await run.stopQuickly();
    await stopping;
    expect(child.hasExited()).toBe(true);
    expect(Date.now() - startedAt).toBeLessThan(4_000);
  });

  it('happens once however often it is asked for', async () => {
    const run = new Run('test', folders, true);
    await Promise.all([run.stop(), run.stop()]);
    await expect(run.stop()).resolves.toBeUndefined();
  });
});
