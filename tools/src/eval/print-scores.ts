import type { Score } from './run-scorer.js';

/** One JSON line per score. */
export function scoresAsJson(scores: readonly Score[]): string {
  return scores.map((score) => `${JSON.stringify(score)}\n`).join('');
}

/** A table: set, scorer, headline figure, and the scorer's other single figures. */
export function scoresAsTable(scores: readonly Score[]): string {
  const rows = [
    ['set', 'scorer', 'main', 'figures'],
    ...scores.map((score) => [score.set, score.scorer, figure(score.main), otherFigures(score)]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function otherFigures(score: Score): string {
  return Object.entries(score)
    .filter(([name, value]) => name !== 'main' && typeof value === 'number')
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join(', ');
}

function figure(value: unknown): string {
  if (typeof value !== 'number') return '–';
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
