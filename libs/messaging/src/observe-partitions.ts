import { observe } from '@tocsin/telemetry/catalogue';

import type { BrokerReader } from './broker.port.js';
import { EndOffsets } from './end-offsets.js';
import type { Clock } from './environment.port.js';
import { attribute } from './names.js';

/** Why a partition stands still until an operator acts. */
export type Halt = 'fuse' | 'position';

/** How far a held partition is, as its consumption knows it. */
export interface HeldPartition {
  readonly topic: string;
  readonly partition: number;
  /** Offset of the first record that is not finished; null before the first one ever. */
  readonly next: bigint | null;
  /** Timestamp, ms since the epoch, that the first unfinished record has or is younger than; null when none is known. */
  readonly oldestMs: number | null;
  readonly halt: Halt | null;
  /** Records of retry topics wait on purpose: their age says nothing. */
  readonly isRetry: boolean;
}

export interface PartitionLag {
  readonly records: number;
  readonly seconds: number;
  readonly position: number;
}

/** Tells how far held partitions are behind the ends of their logs. */
export class LagMeter {
  private readonly ends: EndOffsets;
  /** By place, since when records wait of which nothing is known but that they are there. */
  private readonly waitingSince = new Map<string, number>();

  constructor(
    reader: Pick<BrokerReader, 'ranges'>,
    private readonly clock: Clock,
  ) {
    this.ends = new EndOffsets(reader, clock);
  }

  /** Undefined while the log's end is not known. */
  async lagOf({
    topic,
    partition,
    next,
    oldestMs,
  }: HeldPartition): Promise<PartitionLag | undefined> {
    const range = (await this.ends.of(topic)).get(partition);
    if (range === undefined) return undefined;
    const at = next === null || next < range.low ? range.low : next;
    const records = Math.max(0, Number(range.high - at));
    const place = nameOf({ topic, partition });
    const position = Number(at);
    if (records === 0) {
      this.waitingSince.delete(place);
      return { records, seconds: 0, position };
    }
    const now = this.clock.now();
    const since = oldestMs ?? this.waitingSince.get(place) ?? now;
    this.waitingSince.set(place, since);
    return { records, seconds: Math.max(0, now - since) / 1_000, position };
  }
}

/** Has lag, position and state of the partitions that a consumption holds told at each collection. */
export function observePartitions(
  group: string,
  reader: Pick<BrokerReader, 'ranges'>,
  clock: Clock,
  held: () => readonly HeldPartition[],
): void {
  const meter = new LagMeter(reader, clock);
  const placeOf = ({ topic, partition }: HeldPartition) => ({
    [attribute.destination]: topic,
    [attribute.partition]: String(partition),
    [attribute.group]: group,
  });
  const told = (valueOf: (lag: PartitionLag, partition: HeldPartition) => number | undefined) => {
    const places = new Map<string, ReturnType<typeof placeOf>>();
    return async (tell: (value: number, attributes: ReturnType<typeof placeOf>) => void) => {
      const mine = held();
      const now = new Set(mine.map(nameOf));
      // Lost to another member, who tells of it now: an old value would go on for ever.
      for (const [name, place] of places) if (!now.has(name)) tell(0, place);
      await Promise.all(
        mine.map(async (partition) => {
          const lag = await meter.lagOf(partition);
          const value = lag && valueOf(lag, partition);
          if (value === undefined) return;
          places.set(nameOf(partition), placeOf(partition));
          tell(value, placeOf(partition));
        }),
      );
    };
  };
  observe(
    'tocsin.messaging.lag.records',
    told(({ records }) => records),
  );
  observe(
    'tocsin.messaging.lag.seconds',
    told(({ seconds }, { isRetry }) => (isRetry ? undefined : seconds)),
  );
  observe(
    'tocsin.messaging.position',
    told(({ position }) => position),
  );
  const halts = new Map<string, ReturnType<typeof placeOf>>();
  observe('tocsin.messaging.partitions.halted', (tell) => {
    for (const partition of held()) halts.set(nameOf(partition), placeOf(partition));
    const halted = new Map(held().map((partition) => [nameOf(partition), partition.halt]));
    for (const [name, place] of halts)
      for (const halt of ['fuse', 'position'] as const)
        tell(halted.get(name) === halt ? 1 : 0, { ...place, 'tocsin.messaging.halt': halt });
  });
}

const nameOf = ({ topic, partition }: Pick<HeldPartition, 'topic' | 'partition'>): string =>
  `${topic}/${partition}`;
