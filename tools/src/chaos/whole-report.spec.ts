import { describe, expect, it } from '@jest/globals';
import type { FaultResult } from './faults/fault-result.js';
import { verdict } from './invariants/verdict.js';
import { type WholeReport, wholePassed, wholeText } from './whole-report.js';

const zombie: FaultResult = {
  name: 'zombie',
  title: 'one wakes too late',
  passed: true,
  counts: { 'processes woken': 2 },
  redeliveries: 3,
  rebalances: 1,
  seconds: 30.2,
  held: ['I1'],
  broken: [],
};
const holds = { tests: ['zombie'], verdict: verdict('I7', 'The same.', []) };
const report: WholeReport = {
  asked: { tests: ['zombie'], seed: 5, kills: 20, articles: 200 },
  kills: [],
  faults: [zombie],
  replays: [holds],
  seconds: 80,
};
const broken = {
  ...zombie,
  passed: false,
  broken: [verdict('I1', 'All end.', ['a has no end'])],
};

describe('the report of the fault tests', () => {
  it('has a line for each, what it counted, and how to repeat it', () => {
    expect(wholeText(report)).toBe(
      'ok    zombie: one wakes too late (30 s; processes woken 2, redeliveries 3, rebalances 1)\n' +
        'ok    I7 after zombie: The same.\n' +
        '1 of 1 fault tests passed, 0 could not be made; repeat with --tests zombie --seed 5\n',
    );
    expect(wholePassed(report)).toBe(true);
  });

  it('shows what is broken with examples', () => {
    const text = wholeText({ ...report, faults: [broken] });
    expect(text).toContain('FAIL  zombie');
    expect(text).toContain('I1: All end. 1 violations:\n          a has no end\n');
    expect(text).toContain('0 of 1 fault tests passed');
    expect(wholePassed({ ...report, faults: [broken] })).toBe(false);
  });

  it('tells what could not be made, and why', () => {
    const text = wholeText({ ...report, faults: [{ ...zombie, obstacle: 'root only' }] });
    expect(text).toContain('----  zombie: one wakes too late: not made, root only\n');
    expect(text).toContain('0 of 0 fault tests passed, 1 could not be made');
  });

  it('is broken when a replay is, or when nothing was made', () => {
    const other = { ...holds, verdict: verdict('I7', 'The same.', ['another grouping']) };
    expect(wholePassed({ ...report, replays: [other] })).toBe(false);
    expect(wholeText({ ...report, replays: [other] })).toContain('another grouping');
    expect(wholePassed({ ...report, faults: [], replays: [] })).toBe(false);
  });
});
