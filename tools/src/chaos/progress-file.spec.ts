import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaultResult } from './faults/fault-result.js';
import { verdict } from './invariants/verdict.js';
import { RunProgress } from './progress-file.js';
import type { ChaosReport } from './report.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-chaos-'));
  file = join(folder, 'deep', 'chaos.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = { tests: ['kills', 'zombie', 'slow', 'fuse'], seed: 7, kills: 20, articles: 200 };
const resultOf = (name: string, changes: Partial<FaultResult> = {}): FaultResult => ({
  ...{ name, title: name, passed: true, counts: {}, held: [], broken: [] },
  ...{ redeliveries: 0, rebalances: 0, seconds: 1 },
  ...changes,
});
const holds = verdict('I7', 'Same.', []);

describe('a run that was interrupted', () => {
  it('goes on with what it was asked for and has not made', () => {
    const progress = RunProgress.begin(run, file);
    progress.noteKills({ seed: 7 } as ChaosReport);
    progress.noteFault(resultOf('zombie'));
    progress.noteReplay({ tests: ['zombie'], verdict: holds });
    const again = RunProgress.resume(file);
    expect(again.run).toEqual(run);
    expect(again.left()).toEqual(['slow', 'fuse']);
    expect(again.found.kills).toEqual([{ seed: 7 }]);
  });

  it('makes again what passed on a line whose replay was never looked at', () => {
    const progress = RunProgress.begin(run, file);
    progress.noteFault(resultOf('zombie'));
    progress.noteFault(resultOf('slow', { passed: false }));
    progress.noteFault(resultOf('fuse', { obstacle: 'no root' }));
    expect(RunProgress.resume(file).left()).toEqual(['zombie']);
  });

  it('has one result of each test, the last', () => {
    const progress = RunProgress.begin(run, file);
    progress.noteFault(resultOf('zombie', { seconds: 1 }));
    progress.noteFault(resultOf('zombie', { seconds: 2 }));
    expect(progress.found.faults.map(({ seconds }) => seconds)).toEqual([2]);
  });
});

it('a run that came to its end leaves nothing to go on with', () => {
  const progress = RunProgress.begin(run, file);
  progress.noteFault(resultOf('zombie'));
  progress.end();
  expect(existsSync(file)).toBe(false);
  expect(() => RunProgress.resume(file)).toThrow('No run was interrupted');
});
