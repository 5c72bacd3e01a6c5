import { Consumption } from '../consumption.js';
import type { BatchHandler } from '../handler.js';
import { InMemoryBroker } from '../memory/in-memory-broker.js';
import type { OutgoingRecord, RawMessage } from '../message.js';
import type { StatelessSubscription, SubscriptionOptions } from '../subscription.js';
import { defaultOptions } from '../subscription.js';
import { deadLetterTopic, retryTopic } from '../topic-names.js';
import { until } from './harness.js';
import { jsonCodec } from './json-codec.js';
import { ManualEnvironment } from './manual-environment.js';

export interface Item {
  readonly n: number;
}

/** A broker that can be told to fail. */
export class RefusingBroker extends InMemoryBroker {
  /** Throws to refuse a publication. */
  refuse: (records: readonly OutgoingRecord[]) => void = () => undefined;

  override async publish(records: readonly OutgoingRecord[]): Promise<void> {
    this.refuse(records);
    return super.publish(records);
  }
}

/** One topic with one partition, one group, and the whole chain between them, in memory. */
export class Scene {
  readonly environment = new ManualEnvironment();
  readonly broker = new RefusingBroker({
    maxRecordBytes: 10_000,
    now: () => this.environment.time,
  });
  readonly dlq = deadLetterTopic('in', 'g');
  readonly retry = retryTopic('in', 'g', '10s');

  constructor() {
    for (const topic of ['in', 'out', 'ends', this.dlq, this.retry]) {
      this.broker.createTopic(topic, 1);
    }
  }

  consumption(
    handler: BatchHandler<Item>,
    options: Partial<SubscriptionOptions> = {},
    more: Pick<StatelessSubscription<Item>, 'onSettled'> = {},
  ): Consumption<Item> {
    const delays = [{ name: '10s', ms: 10_000 }];
    const all = { retry: { ...defaultOptions.retry, delays }, ...options };
    return new Consumption<Item>(
      { topic: 'in', group: 'g', handler, options: all, ...more },
      this.broker,
      jsonCodec,
      this.environment,
    );
  }

  /** Publishes `{n}` for each number; anything else goes in as it is. */
  async send(...values: readonly (number | string | null)[]): Promise<void> {
    await this.broker.publish(
      values.map((value) => ({
        topic: 'in',
        key: `k${String(value)}`,
        value: value === null ? null : Buffer.from(toText(value)),
        headers: { mark: String(value) },
      })),
    );
  }

  committed = async (topic = 'in') => (await this.broker.committed('g', topic)).get(0);

  /** Waits until the group has committed this offset. */
  async reaches(offset: bigint, topic = 'in'): Promise<void> {
    let at: bigint | undefined;
    await until(`${topic} committed at ${offset}`, () => {
      void this.committed(topic).then((committed) => (at = committed?.offset));
      return at === offset;
    });
  }

  values(topic: string): unknown[] {
    return this.broker.read(topic).map(({ value }) => JSON.parse(String(value)));
  }

  letters(): readonly RawMessage[] {
    return this.broker.read(this.dlq);
  }
}

const toText = (value: number | string) =>
  typeof value === 'number' ? JSON.stringify({ n: value }) : value;
