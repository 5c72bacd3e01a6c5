import { type Verdict, verdict } from './verdict.js';

/** Where a group stood in one partition at one moment. */
export interface OffsetSample {
  /** `group/topic/partition`. */
  readonly place: string;
  /** Null: never committed. */
  readonly committed: bigint | null;
  /** In the database, read after `committed`; undefined where the group keeps none there. */
  readonly position: Position | undefined;
}

export interface Position {
  /** Null: nothing was ever applied. */
  readonly next: bigint | null;
  readonly unsettled: number;
}

export interface FinalOffset extends OffsetSample {
  /** The first offset still in the log, and the one that the next record will get. */
  readonly low: bigint;
  readonly high: bigint;
}

export interface OffsetsEvidence {
  /** In the order in which they were taken. */
  readonly samples: readonly OffsetSample[];
  readonly final: readonly FinalOffset[];
}

/**
 * I3: a committed offset never falls and never passes what is unfinished. While work goes on the
 * database's position is what is finished; in the end it is the whole log.
 */
export function checkOffsets({ samples, final }: OffsetsEvidence): Verdict {
  const violations: string[] = [];
  const highest = new Map<string, bigint>();
  for (const sample of [...samples, ...final]) {
    const { place, committed } = sample;
    const before = highest.get(place) ?? 0n;
    if ((committed ?? 0n) < before) violations.push(`${place} fell from ${before} to ${committed}`);
    if (isPast(sample)) violations.push(`${place} is committed past its position: ${told(sample)}`);
    highest.set(place, (committed ?? 0n) > before ? (committed as bigint) : before);
  }
  for (const sample of final) violations.push(...endFaults(sample));
  return verdict(
    'I3',
    'Committed offsets never fall, never pass unfinished work, and end where the log ends.',
    violations,
  );
}

const isPast = ({ committed, position }: OffsetSample) =>
  position !== undefined && (committed ?? 0n) > (position.next ?? 0n);

function endFaults(sample: FinalOffset): string[] {
  const { place, committed, position, low, high } = sample;
  const faults: string[] = [];
  if ((committed ?? low) !== high) faults.push(`${place} ends at ${committed}, its log at ${high}`);
  if (position === undefined) return faults;
  if ((position.next ?? low) !== high) faults.push(`${place} is applied to ${told(sample)}`);
  if (position.unsettled > 0) faults.push(`${place} has ${position.unsettled} unsettled records`);
  return faults;
}

const told = ({ committed, position }: OffsetSample) =>
  `committed ${committed}, position ${position?.next ?? null}`;
