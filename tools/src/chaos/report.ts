import type { KillCounts } from './run-kills.js';
import type { Verdict } from './invariants/verdict.js';

/** What a run found, and what it needs to be run again. */
export interface ChaosReport {
  readonly seed: number;
  readonly passed: boolean;
  readonly articles: number;
  readonly incidents: number;
  readonly kills: KillCounts;
  readonly redeliveries: number;
  readonly rebalances: number;
  /** Versions that the fetcher published: more than articles when it was killed at the wrong moment. */
  readonly fetches: number;
  /** How many URL versions came to which end. */
  readonly ends: Readonly<Record<string, number>>;
  readonly offsetSamples: number;
  readonly drained: boolean;
  readonly seconds: number;
  readonly verdicts: readonly Verdict[];
}

/** How many of each there are. */
export function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** The report for a person. */
export function reportText(report: ChaosReport): string {
  const { kills, seed } = report;
  const head = [
    `${kills.kills} kills (${counted(kills.byService)}), ${kills.killsUnderWork} of them under work`,
    `${report.redeliveries} redeliveries, ${report.rebalances} rebalances`,
    `${report.articles} articles in ${report.fetches} fetches, ended: ${counted(report.ends)}`,
    `${report.incidents} real incidents, ${report.offsetSamples} offset samples`,
    report.drained ? 'drained' : 'NOT drained in time',
  ];
  const found = report.verdicts.flatMap(({ name, rule, passed, violations, examples }) => [
    `${passed ? 'ok  ' : 'FAIL'} ${name}: ${rule}${passed ? '' : ` ${violations} violations:`}`,
    ...examples.map((example) => `       ${example}`),
  ]);
  const end = `${report.passed ? 'Nothing lost, nothing doubled' : 'BROKEN'} in ${Math.round(report.seconds)} s; repeat with --seed ${seed}`;
  return `${[...head, ...found, end].join('\n')}\n`;
}

const counted = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
