import { SERVICE_FLAGS } from '@tocsin/worker-pool';
import { expectationText } from '../expectation.js';
import type { Cost } from '../frontier/cost.js';
import { runProgram } from '../line/run-program.js';
import { benchOptions } from '../options.js';
import { onOwnStack } from '../own-stack.js';
import type { BenchPart } from '../part.js';
import { DEFAULTS, type Kind, type Options, type StoreReport, type StoreTask } from './measure.js';

/** How fast the store answers and writes when it is full. */
export const store: BenchPart = {
  help: [
    'the read model full of incidents: lists, text, circles over HTTP; writing beside bare COPY',
    '--incidents N (5000000)   --questions N of each kind (420)',
    '--ingest N incidents written (30000)   --lanes N batches side by side (2)',
  ],
  run: (args, signal) =>
    onOwnStack(signal, async (stack) => {
      const options = benchOptions(args, DEFAULTS);
      const postgres = stack.base.find(({ name }) => name === 'postgres')!.pid;
      const task: StoreTask = { databaseUrl: stack.databaseUrl, postgres, options };
      // With the flags that the service is run with, and none of the tools' own garbage beside it.
      const program = new URL('./store-main.js', import.meta.url);
      const report = await runProgram<StoreReport>(program, task, signal, SERVICE_FLAGS);
      return { report, text: reportText(report, options) };
    }),
};

function reportText(report: StoreReport, { lanes }: Options): string {
  const line = (kind: Kind) => {
    const { p50, p95, p99, max } = report.ms[kind];
    const [a, b, c, d] = [p50, p95, p99, max].map((ms) => ms.toFixed(1));
    return `  ${kind.padEnd(7)} p50 ${a} ms, p95 ${b}, p99 ${c}, longest ${d}; ${cpu(report.cost[kind])}`;
  };
  const cpu = ({ cpuMs, databaseCpuMs }: Cost) =>
    `CPU ${databaseCpuMs.toFixed(2)} ms in the database, ${cpuMs.toFixed(2)} here`;
  const rate = (cost: Cost) => `${(1_000 / cost.ms).toFixed(0).padStart(7)}  `;
  return [
    `${report.incidents} incidents, ${report.gib.toFixed(1)} GiB with indexes; over HTTP, one after the other`,
    line('list'),
    line('text'),
    line('radius'),
    `  /v1/stats ${report.statsMs.toFixed(1)} ms`,
    'the slowest',
    ...report.slowest.map(({ path, ms }) => `  ${ms.toFixed(0).padStart(6)} ms  ${path}`),
    `written a second, ${lanes} batches of 500 side by side, with revision and change`,
    `  ${rate(report.ingestEmpty)}into empty tables; each ${cpu(report.ingestEmpty)}`,
    `  ${rate(report.ingest)}into full ones; each ${cpu(report.ingest)}`,
    `  ${rate(report.copy)}bare COPY of the same rows into a table without indexes: the floor; each ${cpu(report.copy)}`,
    ...report.expectations.map(expectationText),
    '',
  ].join('\n');
}
