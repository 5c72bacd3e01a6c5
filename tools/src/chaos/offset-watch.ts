import { setTimeout as sleep } from 'node:timers/promises';
import type { BrokerReader } from '@tocsin/messaging';
import { type GroupTopic, mainTopics, retryPlaces } from './group-places.js';
import type { FinalOffset, OffsetSample, Position } from './invariants/offsets.js';

const EVERY_MS = 500;

/** What of the database is needed to tell how far a group's work is done. */
export interface PositionReader {
  positions(): Promise<ReadonlyMap<string, Position>>;
  keepsPositions(group: string): boolean;
}

/** Looks at all committed offsets again and again, and keeps what changed. */
export class OffsetWatch {
  readonly samples: OffsetSample[] = [];
  private readonly last = new Map<string, string>();
  private isOver = false;

  constructor(
    private readonly broker: BrokerReader,
    private readonly database: PositionReader,
  ) {}

  /** Forgets what it saw and looks no more: an operator moves offsets now. */
  stopLooking(): void {
    this.isOver = true;
    this.samples.length = 0;
  }

  /** Until aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      // Broker or database may be the one that is struck: what can't be seen is no evidence.
      await this.look().catch(() => undefined);
      await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One sample of every partition that the groups have committed in. */
  async look(): Promise<void> {
    for (const sample of await this.sample(mainTopics())) {
      const text = `${sample.committed} ${sample.position?.next}`;
      if (this.isOver || this.last.get(sample.place) === text) continue;
      this.last.set(sample.place, text);
      this.samples.push(sample);
    }
  }

  /** Where every group stands in every partition, retry topics included, and where the logs end. */
  async final(): Promise<FinalOffset[]> {
    const places = [...mainTopics(), ...retryPlaces()];
    const samples = new Map((await this.sample(places)).map((each) => [each.place, each]));
    const finals: FinalOffset[] = [];
    for (const { group, topic } of places) {
      for (const [partition, { low, high }] of await this.broker.ranges(topic)) {
        const place = `${group}/${topic}/${partition}`;
        // Without a commit: only an empty partition may be so in the end.
        const unread = {
          place,
          committed: null,
          position: this.positionIn(new Map(), group, place),
        };
        finals.push({ ...(samples.get(place) ?? unread), low, high });
      }
    }
    return finals;
  }

  /** Records in retry topics that still wait for their next try. */
  async retriesWaiting(): Promise<number> {
    const lags = await Promise.all(
      retryPlaces().map(async ({ group, topic }) => {
        const ranges = await this.broker.ranges(topic);
        const held = [...ranges.values()].some(({ low, high }) => high > low);
        if (!held) return 0n;
        const committed = await this.broker.committed(group, topic);
        return [...ranges].reduce(
          (sum, [partition, { low, high }]) =>
            sum + high - (committed.get(partition)?.offset ?? low),
          0n,
        );
      }),
    );
    return Number(lags.reduce((sum, lag) => sum + lag, 0n));
  }

  /** Offsets first: what is committed then must be in the positions that are read after it. */
  private async sample(places: readonly GroupTopic[]): Promise<OffsetSample[]> {
    const committed = await Promise.all(
      places.map(({ group, topic }) => this.broker.committed(group, topic)),
    );
    const positions = await this.database.positions();
    return places.flatMap(({ group, topic }, at) =>
      [...(committed[at] ?? [])].map(([partition, { offset }]) => {
        const place = `${group}/${topic}/${partition}`;
        return { place, committed: offset, position: this.positionIn(positions, group, place) };
      }),
    );
  }

  private positionIn(
    positions: ReadonlyMap<string, Position>,
    group: string,
    place: string,
  ): Position | undefined {
    if (!this.database.keepsPositions(group)) return undefined;
    return positions.get(place) ?? { next: null, unsettled: 0 };
  }
}
