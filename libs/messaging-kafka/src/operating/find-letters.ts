import type { Broker, DeadLetterClass } from '@tocsin/messaging';
import { toDeadLetter, type DeadLetter } from './dead-letter.js';
import { idOf, positionOf } from './letter-id.js';
import { OperatingError } from './operating-error.js';
import type { GroupTopic } from './readings.js';
import { readWindows, type LogWindow } from './read-windows.js';

/** Which dead letters are meant; what is not given is not asked for. */
export interface LetterFilter {
  /** Logical name. */
  readonly topic?: string;
  readonly group?: string;
  readonly class?: DeadLetterClass;
  /** The error's code. */
  readonly code?: string;
  /** Milliseconds since the epoch: last failed at or after, and before. */
  readonly since?: number;
  readonly until?: number;
}

/** A dead letter with the reading that gave it up. */
export interface FoundLetter {
  readonly id: string;
  readonly place: GroupTopic;
  readonly letter: DeadLetter;
}

export interface PageBounds {
  /** At most so many letters … */
  readonly limit: number;
  /** … out of at most so many records looked at. */
  readonly scan: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface LetterPage<R> {
  /** By topic, group, partition and offset: the oldest of each partition first. */
  readonly items: readonly R[];
  /** The id of the first letter that has not been looked at; null at the end. */
  readonly next: string | null;
  readonly scanned: number;
}

export const DEAD_LETTER_CLASSES = [
  'TRANSIENT',
  'PERMANENT',
  'POISON',
  'SCHEMA',
  'TOO_LARGE',
  'TIMEOUT',
] as const satisfies readonly DeadLetterClass[];

/**
 * A page of the dead letters that a filter lets through. It may hold fewer than the limit, even none, and not be the last.
 *
 * @param keep what is kept of each: a list has no need of the records' bytes
 * @throws OperatingError ERR_OPERATING_PLACE, ERR_OPERATING_ID
 * @throws DependencyDownError
 */
export async function findLetters<R>(
  broker: Broker,
  places: readonly GroupTopic[],
  filter: LetterFilter,
  { limit, scan, cursor }: PageBounds,
  keep: (found: FoundLetter) => R,
): Promise<LetterPage<R>> {
  const meant = placesMeant(places, filter);
  const { windows, cut } = await planWindows(broker, meant, scan, cursor);
  const placeBy = new Map(meant.map((place) => [place.deadLetterTopic, place]));
  const order = new Map(meant.map((place, at) => [place, at]));
  const found: { at: readonly [number, number, bigint]; id: string; kept: R }[] = [];
  let scanned = 0;
  await readWindows(broker, windows, (record) => {
    scanned += 1;
    const letter = toDeadLetter(record);
    const place = placeBy.get(record.topic);
    if (!place || !isMeant(letter, filter)) return;
    const id = idOf(place, letter.partition, letter.offset);
    const at = [order.get(place) as number, letter.partition, letter.offset] as const;
    found.push({ at, id, kept: keep({ id, place, letter }) });
  });
  found.sort(
    ({ at: a }, { at: b }) =>
      a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : Number(a[2] > b[2])),
  );
  return {
    items: found.slice(0, limit).map(({ kept }) => kept),
    next: found[limit]?.id ?? cut,
    scanned,
  };
}

function placesMeant(places: readonly GroupTopic[], filter: LetterFilter): readonly GroupTopic[] {
  const meant = places.filter(
    ({ topic, group }) => (filter.topic ?? topic) === topic && (filter.group ?? group) === group,
  );
  if (meant.length > 0) return meant;
  const known = places.map(({ topic, group }) => `${topic}/${group}`).join(', ');
  throw new OperatingError('ERR_OPERATING_PLACE', `No group reads that: use one of ${known}.`);
}

/** The stretches that a page looks at, and where the next page begins. */
async function planWindows(
  broker: Broker,
  meant: readonly GroupTopic[],
  scan: number,
  cursor: string | undefined,
): Promise<{ windows: LogWindow[]; cut: string | null }> {
  const begin = cursor === undefined ? undefined : positionOf(meant, cursor);
  const windows: LogWindow[] = [];
  let left = BigInt(scan);
  for (const place of meant.slice(begin ? meant.indexOf(begin.place) : 0)) {
    const topic = place.deadLetterTopic;
    const ranges = [...(await broker.ranges(topic))].sort(([a], [b]) => a - b);
    for (const [partition, { low, high }] of ranges) {
      const isFirst = place === begin?.place;
      if (isFirst && partition < begin.partition) continue;
      const given = isFirst && partition === begin.partition ? begin.offset : low;
      const from = given > low ? given : low;
      if (from >= high) continue;
      if (left === 0n) return { windows, cut: idOf(place, partition, from) };
      const to = high - from > left ? from + left : high;
      windows.push({ topic, partition, from, to });
      left -= to - from;
      if (to < high) return { windows, cut: idOf(place, partition, to) };
    }
  }
  return { windows, cut: null };
}

const isMeant = (letter: DeadLetter, filter: LetterFilter): boolean =>
  (filter.class ?? letter.class) === letter.class &&
  (filter.code ?? letter.exception) === letter.exception &&
  letter.lastFailedAt >= (filter.since ?? -Infinity) &&
  letter.lastFailedAt < (filter.until ?? Infinity);
