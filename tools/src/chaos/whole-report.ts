import { resultText } from './faults/fault-result.js';
import type { AskedRun, Found } from './progress-file.js';
import { reportText } from './report.js';

/** Everything that one run made. */
export interface WholeReport extends Found {
  /** What a later run needs to be the same. */
  readonly asked: AskedRun;
  readonly seconds: number;
}

export const wholePassed = ({ kills, faults, replays }: WholeReport): boolean =>
  kills.every(({ passed }) => passed) &&
  faults.every(({ passed }) => passed) &&
  replays.every(({ verdict }) => verdict.passed) &&
  kills.length + faults.length > 0;

/** The report for a person. */
export function wholeText(report: WholeReport): string {
  const { kills, faults, replays, asked } = report;
  const lines = replays.map(({ tests: of, verdict }) =>
    [
      `${verdict.passed ? 'ok  ' : 'FAIL'}  ${verdict.name} after ${of.join(', ')}: ${verdict.rule}`,
      ...verdict.examples.map((example) => `          ${example}`),
    ].join('\n'),
  );
  const made = faults.filter(({ obstacle }) => obstacle === undefined);
  const good = made.filter(({ passed }) => passed).length;
  const end =
    faults.length === 0
      ? []
      : [
          `${good} of ${made.length} fault tests passed, ${faults.length - made.length} could not be made; repeat with --tests ${asked.tests.join(',')} --seed ${asked.seed}`,
        ];
  const text = [...kills.map(reportText), ...faults.map(resultText), ...lines, ...end];
  return `${text.map((part) => part.trimEnd()).join('\n')}\n`;
}
