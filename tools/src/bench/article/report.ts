import { atLeast, atMost, type Expectation, expectationText } from '../expectation.js';
import { type Quantiles, quantiles } from '../quantile.js';
import { CONTESTANTS, ENDS, type ContestantName, type PageEnd } from './contestant.js';
import type { RacerReady, TurnResult } from './racer.js';

/** A turn that was taken. */
export interface TakenTurn extends TurnResult {
  readonly name: ContestantName;
  readonly round: number;
}

/** What one contestant needed. */
export interface ContestantReport {
  readonly name: ContestantName;
  readonly pagesPerCpuSecond: number;
  readonly cpuMsPerPage: number;
  /** Pages per CPU-second of each round: how far they lie apart is how far to believe them. */
  readonly rounds: readonly number[];
  /** The pages' bytes included. */
  readonly peakRssMib: number;
  /** How the pages of one round ended. */
  readonly ends: Readonly<Record<PageEnd, number>>;
  /** Of one page, on the clock. */
  readonly ms: Quantiles;
  /** Of one page, CPU of the whole process: what stays of `ms` where nothing else runs. */
  readonly cpuMs: Quantiles;
}

export interface ArticleReport extends RacerReady {
  readonly part: 'article';
  readonly contestants: readonly ContestantReport[];
  readonly expectations: readonly Expectation[];
}

const MIB = 1024 * 1024;

/** @param turns of every contestant, at least one */
export function reportOf(ready: RacerReady, turns: readonly TakenTurn[]): ArticleReport {
  const [ours, readability, floor] = (['ours', 'readability', 'floor'] as const).map((name) =>
    contestantReport(
      name,
      turns.filter((turn) => turn.name === name),
    ),
  ) as [ContestantReport, ContestantReport, ContestantReport];
  const expectations = [
    atLeast(
      4,
      'pages per CPU-second, ours over readability',
      ours.pagesPerCpuSecond / readability.pagesPerCpuSecond,
    ),
    atMost(2, 'CPU a page, ours over the floor', ours.cpuMsPerPage / floor.cpuMsPerPage),
    atMost(40, 'ms a page, p99 of ours', ours.ms.p99),
  ];
  return { part: 'article', ...ready, contestants: [ours, readability, floor], expectations };
}

function contestantReport(name: ContestantName, turns: readonly TakenTurn[]): ContestantReport {
  const readings = turns.flatMap((turn) => turn.readings);
  const rounds = [...Map.groupBy(turns, ({ round }) => round).values()];
  const endsOfRound = (rounds[0] ?? []).flatMap((turn) => turn.readings.map(({ end }) => end));
  const perSecond = pagesPerCpuSecond(turns);
  return {
    name,
    pagesPerCpuSecond: perSecond,
    cpuMsPerPage: 1_000 / perSecond,
    rounds: rounds.map(pagesPerCpuSecond),
    peakRssMib: Math.max(...turns.map((turn) => turn.peakRssBytes)) / MIB,
    ends: Object.fromEntries(
      ENDS.map((end) => [end, endsOfRound.filter((each) => each === end).length]),
    ) as Record<PageEnd, number>,
    ms: quantiles(readings.map(({ ms }) => ms)),
    cpuMs: quantiles(readings.map(({ cpuMs }) => cpuMs)),
  };
}

function pagesPerCpuSecond(turns: readonly TakenTurn[]): number {
  const pages = turns.reduce((sum, { readings }) => sum + readings.length, 0);
  return (1_000 * pages) / turns.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** For people. */
export function reportText(report: ArticleReport): string {
  const { pages, bytes, contestants, expectations } = report;
  const rounds = contestants[0]?.rounds.length;
  return [
    `${pages} pages, ${(bytes / MIB).toFixed(1)} MiB, ${rounds} rounds of ${report.round} pages after one to warm up`,
    ...contestants.map(contestantText),
    ...expectations.map(expectationText),
    '',
  ].join('\n');
}

function contestantText(each: ContestantReport): string {
  const ends = ENDS.map((end) => `${each.ends[end]} ${end}`).join(', ');
  const spread = [Math.min(...each.rounds), Math.max(...each.rounds)].map((n) => n.toFixed(1));
  return [
    CONTESTANTS[each.name].title,
    `  ${each.pagesPerCpuSecond.toFixed(1)} pages per CPU-second (rounds ${spread.join(' to ')}), ${each.cpuMsPerPage.toFixed(2)} CPU ms a page, peak ${each.peakRssMib.toFixed(0)} MiB`,
    `  ms a page: ${quantileText(each.ms)}; CPU: ${quantileText(each.cpuMs)}`,
    `  pages: ${ends}`,
  ].join('\n');
}

const quantileText = ({ p50, p95, p99, max }: Quantiles): string =>
  `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)}, max ${max.toFixed(1)}`;
