import type { ListedIncident } from '../model/listed-incident.js';
import { kindOf, type KindKey } from '../model/incident-kind.js';

export const UNITS = ['day', 'week', 'month', 'year'] as const;
export type Unit = (typeof UNITS)[number];

/** A stretch of days with what happened in it. */
export interface Bin {
  /** First and last day, ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly total: number;
  readonly counts: ReadonlyMap<KindKey, number>;
}

export interface Timeline {
  readonly unit: Unit;
  /** Without gaps, oldest first. */
  readonly bins: readonly Bin[];
  /** Incidents of which no day is known. */
  readonly undated: number;
}

const DAY_MS = 86_400_000;
/** Bars that one can still tell apart on a phone. */
const MOST_BINS = 60;

const isoOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const msOf = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

/** First day of the unit that a day lies in; weeks begin on Monday. */
function startOf(ms: number, unit: Unit): number {
  const date = new Date(ms);
  if (unit === 'day') return ms;
  if (unit === 'week') return ms - ((date.getUTCDay() + 6) % 7) * DAY_MS;
  return Date.UTC(date.getUTCFullYear(), unit === 'month' ? date.getUTCMonth() : 0, 1);
}

function nextOf(ms: number, unit: Unit): number {
  const date = new Date(ms);
  if (unit === 'day') return ms + DAY_MS;
  if (unit === 'week') return ms + 7 * DAY_MS;
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return Date.UTC(date.getUTCFullYear() + 1, 0, 1);
}

/** The incidents by day, or by the smallest unit that still gives few enough bars. */
export function timelineOf(incidents: readonly ListedIncident[]): Timeline {
  const dated = incidents.flatMap((incident) => {
    const ms = msOf(incident.when.start ?? incident.when.end ?? '');
    return Number.isNaN(ms) ? [] : [{ ms, kind: kindOf(incident).key }];
  });
  const undated = incidents.length - dated.length;
  if (dated.length === 0) return { unit: 'day', bins: [], undated };
  const first = dated.reduce((least, { ms }) => Math.min(least, ms), Infinity);
  const last = dated.reduce((most, { ms }) => Math.max(most, ms), -Infinity);
  const unit = UNITS.find((each) => countOf(first, last, each) <= MOST_BINS) ?? 'year';
  const byBin = Map.groupBy(dated, ({ ms }) => startOf(ms, unit));
  const bins: Bin[] = [];
  for (let at = startOf(first, unit); at <= last; at = nextOf(at, unit)) {
    const within = byBin.get(at) ?? [];
    const groups = Map.groupBy(within, ({ kind }) => kind);
    bins.push({
      from: isoOf(at),
      to: isoOf(nextOf(at, unit) - DAY_MS),
      total: within.length,
      counts: new Map([...groups].map(([kind, of]) => [kind, of.length])),
    });
  }
  return { unit, bins, undated };
}

const LENGTH_DAYS: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30.4, year: 365.2 };
const countOf = (first: number, last: number, unit: Unit) =>
  (last - first) / DAY_MS / LENGTH_DAYS[unit] + 1;
