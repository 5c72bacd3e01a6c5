import { type Verdict, verdict } from '../invariants/verdict.js';
import type { Struck } from './fault.js';

/** What became of one fault test. */
export interface FaultResult {
  readonly name: string;
  readonly title: string;
  readonly passed: boolean;
  /** Why it could not be made here; then nothing else is told. */
  readonly obstacle?: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly redeliveries: number;
  readonly rebalances: number;
  readonly seconds: number;
  /** Those that hold are named alone. */
  readonly held: readonly string[];
  readonly broken: readonly Verdict[];
}

/** A fault test that struck nothing proves nothing. */
export function struckVerdict({ counts, violations = [] }: Struck): Verdict {
  const idle = Object.entries(counts).filter(([, count]) => !(count > 0));
  return verdict('fault', 'The fault struck, and what should hold under it held.', [
    ...idle.map(([what]) => `${what}: none`),
    ...(Object.keys(counts).length === 0 ? ['nothing was counted'] : []),
    ...violations,
  ]);
}

/** The test's line for a person, with what is broken below it. */
export function resultText(result: FaultResult): string {
  const { name, title, passed, obstacle, counts, redeliveries, rebalances, seconds } = result;
  if (obstacle !== undefined) return `----  ${name}: ${title}: not made, ${obstacle}\n`;
  const counted = Object.entries({ ...counts, redeliveries, rebalances })
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
  const broken = result.broken.flatMap(({ name: rule, rule: text, violations, examples }) => [
    `        ${rule}: ${text} ${violations} violations:`,
    ...examples.map((example) => `          ${example}`),
  ]);
  const head = `${passed ? 'ok  ' : 'FAIL'}  ${name}: ${title} (${Math.round(seconds)} s; ${counted})`;
  return `${[head, ...broken].join('\n')}\n`;
}
