import type { DateCandidate } from './date-candidates.js';
import { dayNumber, hasTime } from './date-value.js';

/** A page with more dates than this is a list; the cost grows with their square. */
const MAX_DISTINCT = 120;

/** Each date of each kind of place once, in the first's order. */
export function distinct(candidates: readonly DateCandidate[]): DateCandidate[] {
  const known = new Map<string, DateCandidate>();
  for (const each of candidates) {
    const key = `${each.date} ${each.source} ${each.kind}`;
    const before = known.get(key);
    if (before === undefined && known.size >= MAX_DISTINCT) break;
    if (before === undefined || before.weight < each.weight) known.set(key, each);
  }
  return [...known.values()];
}

/** Unlabelled dates after the last change are of something else: an event, the day of the visit. */
export const isLater = (each: DateCandidate, changed: DateCandidate | undefined): boolean =>
  changed !== undefined &&
  each.kind === 'unknown' &&
  dayNumber(each.date) > dayNumber(changed.date) + 1;

/** What all kinds of places together say for a day: each kind once, neighbouring days too (zones). */
export function supportOf(candidate: DateCandidate, candidates: readonly DateCandidate[]): number {
  const day = dayNumber(candidate.date);
  const isInstant = hasTime(candidate.date);
  const bySource = new Map<string, number>();
  for (const each of candidates) {
    const [agrees] = agreeingWith(each, day, isInstant);
    if (agrees === undefined) continue;
    // The same day says more than a day that a zone may have shifted.
    const weight = dayNumber(agrees.date) === day ? each.weight : 0.9 * each.weight;
    bySource.set(each.source, Math.max(bySource.get(each.source) ?? 0, weight));
  }
  return [...bySource.values()].reduce((sum, weight) => sum + weight, 0);
}

/** The candidate, read either way, if it is of that day or of one beside it. */
export function agreeingWith(
  candidate: DateCandidate,
  day: number,
  isInstant: boolean,
): DateCandidate[] {
  const distance = Math.abs(dayNumber(candidate.date) - day);
  // Zones shift instants; days that are written out are what they are.
  if (distance === 0 || (distance === 1 && (isInstant || hasTime(candidate.date))))
    return [candidate];
  const { otherwise } = candidate;
  return otherwise !== null && Math.abs(dayNumber(otherwise) - day) <= 1
    ? [{ ...candidate, date: otherwise, otherwise: null }]
    : [];
}
