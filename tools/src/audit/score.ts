import { FIELDS, type Verdict } from './verdict.js';
import { wilson } from './wilson.js';

/** A judged case. */
export interface Judged extends Verdict {
  readonly set: string;
}

/** Precision, the fields' accuracy and the kinds of errors, as Markdown tables. */
export function scoreText(cases: readonly Judged[]): string {
  const judged = cases.filter(({ verdict }) => verdict !== null);
  const open = cases.length - judged.length;
  const bySet = [...Map.groupBy(judged, ({ set }) => set)].sort(([a], [b]) => (a < b ? -1 : 1));
  const isCorrect = ({ verdict }: Judged) => verdict === 'correct';
  const fields = FIELDS.flatMap((field) => {
    const seen = judged.flatMap(({ fields }) => fields[field] ?? []);
    return seen.length === 0 ? [] : [[field, seen.filter(Boolean).length, seen.length] as const];
  });
  const kinds = judged
    .filter((each) => !isCorrect(each))
    .map(({ error }) => error?.toLowerCase() ?? 'not told');
  return [
    ...table('set', 'correct', [
      ...bySet.map(([set, own]) => [set, own.filter(isCorrect).length, own.length] as const),
      ['**all**', judged.filter(isCorrect).length, judged.length],
    ]),
    ...(open > 0 ? ['', `${open} of ${cases.length} without a verdict.`] : []),
    ...(fields.length > 0 ? ['', ...table('field', 'right', fields)] : []),
    ...(kinds.length > 0 ? ['', ...kindTable(kinds)] : []),
    '',
  ].join('\n');
}

function table(
  of: string,
  hit: string,
  rows: readonly (readonly [string, number, number])[],
): string[] {
  return [
    `| ${of} | judged | ${hit} | share | 95 % interval |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map(([name, hits, n]) => {
      const { share, low, high } = wilson(hits, n);
      const interval = n === 0 ? '–' : `${digits(low)} to ${digits(high)}`;
      return `| ${name} | ${n} | ${hits} | ${n === 0 ? '–' : digits(share)} | ${interval} |`;
    }),
  ];
}

function kindTable(kinds: readonly string[]): string[] {
  const counts = [...Map.groupBy(kinds, (kind) => kind)].map(
    ([kind, all]) => [kind, all.length] as const,
  );
  // The most frequent first, and an order of its own among equals.
  counts.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [
    '| error | cases |',
    '| --- | --- |',
    ...counts.map(([kind, count]) => `| ${kind} | ${count} |`),
  ];
}

const digits = (share: number): string => share.toFixed(3).replace(/^0/, '');
