import { join } from 'node:path';
import type { Step } from './run-step.js';

/** Two cores are what the smallest supported machine has. */
const JEST_WORKERS = 2;

/** What needs no broker and no database, cheapest answers first. */
export const CHECKS: readonly Step[] = [
  { name: 'format', command: 'prettier', args: ['--check', '.', '--log-level', 'warn'] },
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'console types', command: 'tsc', args: ['-p', 'services/console'] },
  // ESLint skips the boundary rule without a word where there is no project graph: it is made first.
  { name: 'graph', command: 'nx', args: ['graph', '--file=.tocsin/graph.json'] },
  {
    name: 'lint',
    command: 'nx',
    args: ['run-many', '-t', 'lint', '--output-style=static', '--parallel=2'],
  },
  // Licences and hashes from the lock file; known weaknesses where the registry answers.
  { name: 'licences', command: 'node', args: ['tools/run.mjs', 'licences'] },
  { name: 'bill of materials', command: 'node', args: ['tools/run.mjs', 'sbom'] },
];

/** One run of Jest, and where it leaves its report. */
export interface JestStep extends Step {
  readonly report: string;
}

/**
 * @param name of the step and its report
 * @param projects of Jest's configuration
 * @param patterns that the paths of specs must match; none means all
 */
export function jestStep(
  name: string,
  projects: readonly string[],
  reportFolder: string,
  patterns: readonly string[] = [],
): JestStep {
  const report = join(reportFolder, `${name}.json`);
  return {
    name,
    report,
    command: 'node',
    args: [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      `--maxWorkers=${JEST_WORKERS}`,
      '--passWithNoTests',
      '--json',
      `--outputFile=${report}`,
      ...patterns,
      '--selectProjects',
      ...projects,
    ],
  };
}
