import { describe, expect, it } from '@jest/globals';
import { sum, tallyLine, tallyOf, type JestReport } from './jest-report.js';

const report = (part: Partial<JestReport>): JestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...part,
});

describe("summing Jest's reports", () => {
  it('takes the numbers of tests', () => {
    const one = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1 });
    expect(tallyOf(one)).toEqual({ passed: 5, failed: 2, skipped: 1 });
  });

  it('counts a suite that could not run as failed', () => {
    const one = report({ numPassedTests: 5, numRuntimeErrorTestSuites: 2 });
    expect(tallyOf(one)).toEqual({ passed: 5, failed: 2, skipped: 0 });
  });

  it('counts a test that is only planned as skipped', () => {
    expect(tallyOf(report({ numTodoTests: 3 })).skipped).toBe(3);
  });

  it('adds several runs up', () => {
    const all = sum([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]);
    expect(all).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });

  it('of no run is nothing', () => {
    expect(tallyLine(sum([]))).toBe('0 passed, 0 failed, 0 skipped');
  });

  it('ends in one line', () => {
    expect(tallyLine({ passed: 812, failed: 0, skipped: 2 })).toBe(
      '812 passed, 0 failed, 2 skipped',
    );
  });
});
