import type { Incident } from '@tocsin/contracts';
import type { LineStats } from './line-api.js';

/** What `npm start -- --once --json` prints: the whole run in one object. */
export interface RunSummary extends Omit<LineStats, 'pending'> {
  readonly incidents: readonly Incident[];
  /** Of the whole command from the moment the tools ran. */
  readonly seconds: number;
}

export function summarise(
  { articles, rejected, failed, deadLetters, hops }: LineStats,
  incidents: readonly Incident[],
  seconds: number,
): RunSummary {
  return {
    articles,
    incidents,
    deadLetters,
    rejected,
    failed,
    hops,
    seconds: Math.round(seconds * 10) / 10,
  };
}

/** The same for people. */
export function summaryText({ articles, incidents, rejected, deadLetters, seconds }: RunSummary) {
  return `${articles} articles, ${incidents.length} incidents, ${rejected} rejected, ${deadLetters} dead letters in ${seconds} s\n`;
}
