import { describe, expect, it } from '@jest/globals';
import { CHECKS, jestStep } from './steps.js';

describe('the checks before the tests', () => {
  it('make the project graph before ESLint needs it', () => {
    const names = CHECKS.map((step) => step.name);
    expect(names.indexOf('graph')).toBeGreaterThanOrEqual(0);
    expect(names.indexOf('graph')).toBeLessThan(names.indexOf('lint'));
  });

  it('cover form, types, lint and what others made', () => {
    expect(CHECKS.map((step) => step.name)).toEqual([
      'format',
      'types',
      'console types',
      'graph',
      'lint',
      'licences',
      'bill of materials',
    ]);
  });
});

describe('a run of Jest', () => {
  const step = jestStep('specs', ['unit', 'integration'], '/reports', ['libs/feeds']);

  it('leaves its report where it says', () => {
    expect(step.report).toBe('/reports/specs.json');
    expect(step.args).toContain('--outputFile=/reports/specs.json');
    expect(step.args).toContain('--json');
  });

  it('runs its projects alone', () => {
    expect(step.args.slice(step.args.indexOf('--selectProjects') + 1)).toEqual([
      'unit',
      'integration',
    ]);
  });

  it('puts patterns where they cannot be taken for projects', () => {
    expect(step.args.indexOf('libs/feeds')).toBeLessThan(step.args.indexOf('--selectProjects'));
  });

  it('keeps to two cores', () => {
    expect(step.args).toContain('--maxWorkers=2');
  });
});
