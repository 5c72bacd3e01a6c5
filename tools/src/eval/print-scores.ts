import type { Score } from './run-scorer.js';

/** One JSON line per score. */
export function scoresAsJson(scores: readonly Score[]): string {
  return scores.map((score) => `${JSON.stringify(score)}\n`).join('');
}

/** A table: set, scorer, headline figure, and the scorer's other single figures. */
export function scoresAsTable(scores: readonly Score[]): string {
  const rows = [
    ['set', 'scorer', 'main', 'figures'],
    ...scores.map((score) => [score.set, scorerOf(score), figure(score.main), otherFigures(score)]),
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

const scorerOf = ({ scorer, peer }: Score) => (peer === undefined ? scorer : `${scorer} (${peer})`);

function otherFigures(score: Score): string {
  return figuresIn(score)
    .filter(([name]) => name !== 'main')
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join(', ');
}

/** Single figures, and those one level down under their group's name: `pairs.f1`. */
function figuresIn(score: object): [string, number][] {
  return Object.entries(score).flatMap(([name, value]): [string, number][] => {
    if (typeof value === 'number') return [[name, value]];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.entries(value as object)
      .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
      .map(([inner, each]) => [`${name}.${inner}`, each]);
  });
}

function figure(value: unknown): string {
  if (typeof value !== 'number') return '–';
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
