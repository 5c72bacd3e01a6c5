import type { ServiceName } from '../start/services.js';

/** One kill: who, and when. */
export interface PlannedKill {
  readonly service: ServiceName;
  /** Milliseconds over which the articles of its wave are published; 0: all at once. */
  readonly spreadMs: number;
  /** Milliseconds from the moment that the last article's page, or one with it, is asked for to the kill. */
  readonly afterMs: number;
}

export const SERVICES: readonly ServiceName[] = ['fetcher', 'extractor', 'deduplicator', 'store'];

/** Every service has to bear some, whatever the dice say. */
const AT_LEAST = 3;
/**
 * Every other wave comes at once, so that a kill finds all of it in the same hands; the others give relays
 * and groups time to recover from the kill before, and a kill finds articles in every hand.
 */
const LONGEST_SPREAD_MS = 16_000;
/** From the first answer on its way to less than an undisturbed article takes: later there may be nothing to strike. */
const SHORTEST_MS = 2;
const LONGEST_MS = 500;

/** Who is killed when: every service a few times, the rest by chance, all in an order by chance. */
export function planKills(kills: number, random: () => number): PlannedKill[] {
  const owed = Math.min(AT_LEAST, Math.floor(kills / SERVICES.length));
  const services = SERVICES.flatMap((service) => Array<ServiceName>(owed).fill(service));
  while (services.length < kills) services.push(pick(SERVICES, random));
  return shuffled(services, random).map((service, at) => ({
    service,
    spreadMs: at % 2 === 0 ? 0 : Math.round(random() * LONGEST_SPREAD_MS),
    afterMs: momentOf(random),
  }));
}

/** Each order of magnitude as often as the others: fetching is a matter of milliseconds, the whole way of about a second. */
function momentOf(random: () => number): number {
  return Math.round(SHORTEST_MS * (LONGEST_MS / SHORTEST_MS) ** random());
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** Splits items into as many consecutive parts of nearly equal size. */
export function parts<T>(items: readonly T[], count: number): T[][] {
  const at = (part: number) => Math.floor((part * items.length) / count);
  return Array.from({ length: count }, (_, part) => items.slice(at(part), at(part + 1)));
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}
