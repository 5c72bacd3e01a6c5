import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readRuns, RunRecord } from './run-record.js';

const kafka = { name: 'kafka', pid: 11, startedAt: '1', stopSignal: 'SIGTERM' } as const;
const postgres = { name: 'postgres', pid: 12, startedAt: '2', stopSignal: 'SIGINT' } as const;

describe('the record of a run', () => {
  let folder: string;
  let record: RunRecord;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tocsin-run-'));
    record = new RunRecord(folder, 'start', ['/data/one']);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is on disk before anything is started', () => {
    const [run] = readRuns(folder);
    expect(run?.state).toMatchObject({ label: 'start', children: [], throwaway: ['/data/one'] });
    expect(run?.state.runner.pid).toBe(process.pid);
  });

  it('names every child as soon as it is added', () => {
    record.add(kafka);
    record.add(postgres);
    expect(readRuns(folder)[0]?.state.children).toEqual([kafka, postgres]);
  });

  it('forgets a child that ended', () => {
    record.add(kafka);
    record.add(postgres);
    record.remove(11);
    expect(readRuns(folder)[0]?.state.children).toEqual([postgres]);
  });

  it('is gone once the run closed', () => {
    record.close();
    expect(readRuns(folder)).toEqual([]);
  });

  it('shows that its runner lives', () => {
    expect(readRuns(folder)[0]?.alive).toBe(true);
  });

  it('shows that its runner died, also when its id was given to another process', () => {
    const [name] = readdirSync(folder);
    const file = join(folder, String(name));
    const state = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...state, runner: { pid: process.pid, startedAt: '0' } }));
    expect(readRuns(folder)[0]?.alive).toBe(false);
  });

  it('passes over a file that is not a record', () => {
    writeFileSync(join(folder, 'broken.json'), '{"label":');
    expect(readRuns(folder)).toHaveLength(1);
  });

  it('finds nothing where no run ever was', () => {
    expect(readRuns(join(folder, 'none'))).toEqual([]);
  });
});
