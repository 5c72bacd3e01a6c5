import { questionsOf, type Questions, type StoreBench } from '@tocsin/store/bench';
import { progress } from '../../stack/progress.js';
import { atLeast, atMost, type Expectation } from '../expectation.js';
import { costOf, type Cost } from '../frontier/cost.js';
import { quantiles, type Quantiles } from '../quantile.js';

export const DEFAULTS = { incidents: 5_000_000, questions: 420, ingest: 30_000, lanes: 2 };
export type Options = Readonly<Record<keyof typeof DEFAULTS, number>>;
export type Kind = keyof Questions;

/** What the measuring process is told. */
export interface StoreTask {
  /** Of a superuser: COPY reads the server's own file. */
  readonly databaseUrl: string;
  /** The database's process. */
  readonly postgres: number;
  readonly options: Options;
}

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

/** Fills the tables, asks and writes; what it costs here is this process's: to run as the service is run. */
export async function measure(bench: StoreBench, task: StoreTask): Promise<StoreReport> {
  const { postgres, options } = task;
  const { incidents, ingest, lanes } = options;
  const costOfEach = (count: number) => (work: () => Promise<unknown>) =>
    costOf(postgres, () => work().then(() => count));
  progress('writing into empty tables');
  const ingestEmpty = await bench.ingest(ingest, lanes, costOfEach(ingest));
  await bench.clear();
  await bench.fill(incidents, progress);
  progress('asking');
  const warmUp = questionsOf(WARM_UP_SEED, Math.ceil(options.questions / 2));
  for (const path of Object.values(warmUp).flat()) await bench.ask(path);
  const asked = await answers(bench, postgres, questionsOf(SEED, options.questions));
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
): Promise<Answers> {
  const of = async (paths: readonly string[]) => {
    const each: { path: string; ms: number }[] = [];
    const cost = await costOf(postgres, async () => {
      for (const path of paths) each.push({ path, ms: await bench.ask(path) });
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
