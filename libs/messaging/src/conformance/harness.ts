import type {
  Broker,
  BrokerSubscription,
  PartitionControl,
  RawBatch,
  SubscriptionRequest,
} from '../broker.port.js';
import type { OutgoingRecord, RawMessage } from '../message.js';

/** What an adapter's spec hands in: a broker, and topics and groups that nobody else has. */
export interface Harness {
  readonly broker: Broker;
  createTopic(partitions: number): Promise<string>;
  newGroup(): string;
  /** A record's value that the broker must refuse. */
  readonly oversize: Buffer;
  close(): Promise<void>;
}

/** One promise of the broker port, shown on an adapter; throws where it is broken. */
export interface ConformanceCase {
  readonly name: string;
  run(harness: Harness): Promise<void>;
}

const PATIENCE_MS = 20_000;

export async function until(what: string, condition: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`this did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export const recordFor = (
  topic: string,
  key: string | null,
  value: string | Buffer | null,
  more: Partial<OutgoingRecord> = {},
): OutgoingRecord => ({
  topic,
  key,
  value: typeof value === 'string' ? Buffer.from(value) : value,
  headers: {},
  ...more,
});

/** `count` records `v0`, `v1`, … for one partition. */
export const numbered = (topic: string, partition: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, i) =>
    recordFor(topic, `k${i % 3}`, `v${from + i}`, { partition }),
  );

/** Everything that a member saw, with what it did with it. */
export class Witness {
  readonly seen: RawMessage[] = [];
  readonly assignments: PartitionControl[] = [];
  readonly request: SubscriptionRequest;

  constructor(
    group: string,
    topics: readonly string[],
    onBatch: (batch: RawBatch, witness: Witness) => Promise<void>,
  ) {
    this.request = {
      group,
      topics,
      onAssigned: async (assignment) => void this.assignments.push(assignment),
      onBatch: async (batch) => {
        this.seen.push(...batch.records);
        await onBatch(batch, this);
      },
    };
  }

  get values(): string[] {
    return this.seen.map(({ value }) => String(value));
  }

  get held(): PartitionControl[] {
    return this.assignments.filter(({ signal }) => !signal.aborted);
  }
}

export const commitAll = (batch: RawBatch): Promise<void> =>
  batch.commit((batch.records.at(-1) as RawMessage).offset + 1n);

/** Runs `body` while the witnesses are subscribed. */
export async function subscribed(
  broker: Broker,
  witness: Witness,
  body: (subscription: BrokerSubscription) => Promise<void>,
): Promise<void> {
  const subscription = await broker.subscribe(witness.request);
  try {
    await body(subscription);
  } finally {
    await subscription.stop(1_000);
  }
}
