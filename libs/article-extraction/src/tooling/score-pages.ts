import { tokensOf } from './label-blocks.js';

/** Mean precision and recall of runs of four tokens over pages, and their harmonic mean. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The measure of the article extraction benchmark (github.com/scrapinghub/article-extraction-benchmark). */
export function scorePages(pages: readonly { expected: string; found: string }[]): Score {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { expected, found } of pages) {
    const [wanted, got] = [runsOf(expected), runsOf(found)];
    let common = 0;
    for (const [run, count] of got) common += Math.min(count, wanted.get(run) ?? 0);
    const [wantedSum, gotSum] = [sum(wanted), sum(got)];
    if (gotSum > 0) precisions.push(common / gotSum);
    if (wantedSum > 0) recalls.push(common / wantedSum);
  }
  const [precision, recall] = [mean(precisions), mean(recalls)];
  const both = precision + recall;
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / both };
}

function runsOf(text: string): Map<string, number> {
  const tokens = tokensOf(text);
  const runs = new Map<string, number>();
  if (tokens.length === 0) return runs;
  for (let at = 0; at < Math.max(1, tokens.length - 3); at++) {
    const run = tokens.slice(at, at + 4).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
