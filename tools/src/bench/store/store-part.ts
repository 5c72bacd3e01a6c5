import { openStoreBench, questionsOf, type Questions, type StoreBench } from '@tocsin/store/bench';
import { progress } from '../../stack/progress.js';
import { atLeast, atMost, expectationText, type Expectation } from '../expectation.js';
import { costOf, type Cost } from '../frontier/cost.js';
import { benchOptions } from '../options.js';
import { onOwnStack } from '../own-stack.js';
import type { BenchPart } from '../part.js';
import { quantiles, type Quantiles } from '../quantile.js';

const DEFAULTS = { incidents: 5_000_000, questions: 420, ingest: 30_000, lanes: 2 };
type Options = Readonly<Record<keyof typeof DEFAULTS, number>>;
type Kind = keyof Questions;

/** What the API is to answer within, ms at the 95th percentile. */
const WITHIN_MS: Readonly<Record<Kind, number>> = { list: 50, text: 150, radius: 80 };
const INGEST_PER_SECOND = 3_000;
/** Asked before anything is measured: what a running store has in memory anyway. */
const WARM_UP_SEED = 1;
const SEED = 2;

export interface StoreReport {
  readonly part: 'store';
  readonly incidents: number;
  readonly gib: number;
  readonly ms: Readonly<Record<Kind, Quantiles>>;
  /** The mean of each kind. */
  readonly cost: Readonly<Record<Kind, Cost>>;
  /** The line's counts and hop times, ms. */
  readonly statsMs: number;
  readonly slowest: readonly { readonly path: string; readonly ms: number }[];
  /** Of one incident written, side by side with others. */
  readonly ingestEmpty: Cost;
  readonly ingest: Cost;
  readonly copy: Cost;
  readonly expectations: readonly Expectation[];
}

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
      const bench = await openStoreBench(stack.databaseUrl);
      try {
        const postgres = stack.base.find(({ name }) => name === 'postgres')!.pid;
        const report = await measure(bench, postgres, options, signal);
        return { report, text: reportText(report, options) };
      } finally {
        await bench.close();
      }
    }),
};

async function measure(
  bench: StoreBench,
  postgres: number,
  options: Options,
  signal: AbortSignal,
): Promise<StoreReport> {
  const { incidents, ingest, lanes } = options;
  const costOfEach = (count: number) => (work: () => Promise<unknown>) =>
    costOf(postgres, () => work().then(() => count));
  progress('writing into empty tables');
  const ingestEmpty = await bench.ingest(ingest, lanes, costOfEach(ingest));
  await bench.clear();
  await bench.fill(incidents, (text) => {
    signal.throwIfAborted();
    progress(text);
  });
  progress('asking');
  const warmUp = questionsOf(WARM_UP_SEED, Math.ceil(options.questions / 2));
  for (const path of Object.values(warmUp).flat()) {
    signal.throwIfAborted();
    await bench.ask(path);
  }
  const asked = await answers(bench, postgres, questionsOf(SEED, options.questions), signal);
  const statsMs = await bench.ask('/v1/stats');
  progress('writing into full tables');
  const full = await bench.ingest(ingest, lanes, costOfEach(ingest));
  const copied = Math.min(incidents, 100_000);
  const copy = await bench.copy(copied, costOfEach(copied));
  const ms = {
    list: quantiles(asked.list.each.map((one) => one.ms)),
    text: quantiles(asked.text.each.map((one) => one.ms)),
    radius: quantiles(asked.radius.each.map((one) => one.ms)),
  };
  const kinds = Object.keys(WITHIN_MS) as Kind[];
  return {
    part: 'store',
    incidents,
    gib: (await bench.size()) / 1024 ** 3,
    ms,
    cost: { list: asked.list.cost, text: asked.text.cost, radius: asked.radius.cost },
    statsMs,
    slowest: kinds.flatMap((kind) => asked[kind].each.toSorted((a, b) => b.ms - a.ms).slice(0, 5)),
    ingestEmpty,
    ingest: full,
    copy,
    expectations: [
      ...kinds.map((kind) => atMost(WITHIN_MS[kind], `${kind}, p95 in ms`, ms[kind].p95)),
      atLeast(INGEST_PER_SECOND, 'incidents written a second, tables full', 1_000 / full.ms),
    ],
  };
}

interface Answered {
  readonly each: readonly { readonly path: string; readonly ms: number }[];
  readonly cost: Cost;
}
type Answers = Readonly<Record<Kind, Answered>>;

async function answers(
  bench: StoreBench,
  postgres: number,
  questions: Questions,
  signal: AbortSignal,
): Promise<Answers> {
  const of = async (paths: readonly string[]) => {
    const each: { path: string; ms: number }[] = [];
    const cost = await costOf(postgres, async () => {
      for (const path of paths) {
        signal.throwIfAborted();
        each.push({ path, ms: await bench.ask(path) });
      }
      return paths.length;
    });
    return { each, cost };
  };
  return {
    list: await of(questions.list),
    text: await of(questions.text),
    radius: await of(questions.radius),
  };
}

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
