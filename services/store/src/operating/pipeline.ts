import type {
  LineStage,
  PipelineState,
  ReadingState,
  StageState,
  StageTroubles,
} from '@tocsin/contracts';
import { groupState, listFuses, readWaiting } from '@tocsin/messaging-kafka';
import type { Queryable } from '@tocsin/persistence';
import type { Line } from './line.js';
import { readStageTimes, readTroubles } from './stage-state.js';

export const STAGES: readonly LineStage[] = ['fetch', 'extract', 'deduplicate', 'store'];

const GROUP_OF: Readonly<Record<Exclude<LineStage, 'fetch'>, string>> = {
  extract: 'extractor',
  deduplicate: 'deduplicator',
  store: 'store',
};

/** A look is kept this long: whoever asks meanwhile gets the same. */
const KEPT_MS = 4_000;
/** Rates are over this span, or over as much of it as was looked at. */
const SPAN_MS = 60_000;

interface Look {
  readonly atMs: number;
  /** By `group/topic`. */
  readonly counts: ReadonlyMap<string, { readonly written: number; readonly finished: number }>;
}

/** How far the line is, from the broker's offsets and the store's own tables. */
export class Pipeline {
  private looks: Look[] = [];
  private answer: { readonly atMs: number; readonly state: Promise<PipelineState> } | undefined;

  constructor(
    private readonly db: Queryable,
    private readonly now: () => number,
  ) {}

  /** One look at a time, however many ask. @throws DependencyDownError */
  read(line: Line): Promise<PipelineState> {
    const atMs = this.now();
    if (this.answer && atMs - this.answer.atMs < KEPT_MS) return this.answer.state;
    const state = this.look(line, atMs);
    this.answer = { atMs, state };
    state.catch(() => (this.answer = undefined));
    return state;
  }

  private async look({ broker, readings: places }: Line, atMs: number): Promise<PipelineState> {
    const [waiting, fuses, times, troubles] = await Promise.all([
      readWaiting(broker, places),
      listFuses(broker, places),
      readStageTimes(this.db),
      readTroubles(this.db, atMs),
    ]);
    const counts = new Map(
      waiting.map(({ place, written, finished }) => [
        `${place.group}/${place.topic}`,
        { written, finished },
      ]),
    );
    const before = this.looks.find((look) => atMs - look.atMs <= SPAN_MS);
    this.looks = [...this.looks.filter((look) => atMs - look.atMs <= SPAN_MS), { atMs, counts }];
    const perMinute = (key: string, of: 'written' | 'finished'): number | null => {
      const [then, now] = [before?.counts.get(key), counts.get(key)];
      if (!before || !then || !now || atMs <= before.atMs) return null;
      return Math.max(0, now[of] - then[of]) * (60_000 / (atMs - before.atMs));
    };
    const readings: ReadingState[] = [];
    for (const { place, lag, oldestAt } of waiting) {
      const { group, topic } = place;
      const { retrying, deadLetters } = await groupState(broker, place);
      const key = `${group}/${topic}`;
      readings.push({
        group,
        topic,
        lag,
        lagSeconds: secondsOf(lag, oldestAt, atMs),
        retrying,
        deadLetters,
        blownFuses: fuses.filter((each) => each.group === group && each.topic === topic).length,
        finishedPerMinute: perMinute(key, 'finished'),
        writtenPerMinute: perMinute(key, 'written'),
      });
    }
    const stages = STAGES.map((stage) => stageOf(stage, readings, times, troubles));
    return { at: new Date(atMs).toISOString(), stages, readings };
  }
}

const secondsOf = (lag: number, oldestAt: number | null, atMs: number): number | null => {
  if (lag === 0) return 0;
  return oldestAt === null ? null : Math.max(0, Math.round((atMs - oldestAt) / 1_000));
};

function stageOf(
  stage: LineStage,
  readings: readonly ReadingState[],
  times: Readonly<Record<LineStage, number | null>>,
  troubles: Readonly<Record<LineStage, StageTroubles>>,
): StageState {
  const isFetch = stage === 'fetch';
  const group = isFetch ? 'extractor' : GROUP_OF[stage];
  const own = readings.filter((reading) => reading.group === group);
  // What the fetcher wrote is what the extractor gets; it reads no topic of its own.
  const rates = own.map((each) => (isFetch ? each.writtenPerMinute : each.finishedPerMinute));
  const read = isFetch ? [] : own;
  const sum = (of: 'lag' | 'retrying' | 'deadLetters' | 'blownFuses') =>
    read.reduce((total, each) => total + each[of], 0);
  const waits = read.map(({ lagSeconds }) => lagSeconds);
  const lastMs = times[stage];
  return {
    stage,
    lag: sum('lag'),
    lagSeconds: waits.includes(null) ? null : Math.max(0, ...(waits as number[])),
    retrying: sum('retrying'),
    deadLetters: sum('deadLetters'),
    blownFuses: sum('blownFuses'),
    perMinute: rates.includes(null) ? null : rates.reduce<number>((a, b) => a + (b ?? 0), 0),
    lastAt: lastMs === null ? null : new Date(lastMs).toISOString(),
    troubles: troubles[stage],
  };
}
