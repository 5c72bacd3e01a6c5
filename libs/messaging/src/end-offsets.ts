import type { BrokerReader, LogRange } from './broker.port.js';
import type { Clock } from './environment.port.js';

/** Milliseconds for which an answer is good enough: several metrics ask at once. */
const GOOD_FOR_MS = 2_000;
/** Milliseconds that a collection of metrics waits for the broker. */
const PATIENCE_MS = 1_000;

interface Known {
  ranges: ReadonlyMap<number, LogRange>;
  askedAt: number;
  asking: Promise<void> | undefined;
}

/** Where the logs of topics begin and end, as of a moment ago; while the broker is away, as last heard. */
export class EndOffsets {
  private readonly topics = new Map<string, Known>();

  constructor(
    private readonly reader: Pick<BrokerReader, 'ranges'>,
    private readonly clock: Clock,
  ) {}

  /** Never throws and never waits long; empty for a topic that was never heard of. */
  async of(topic: string): Promise<ReadonlyMap<number, LogRange>> {
    const known = this.topics.get(topic) ?? {
      ranges: new Map(),
      askedAt: -Infinity,
      asking: undefined,
    };
    this.topics.set(topic, known);
    if (this.clock.now() - known.askedAt >= GOOD_FOR_MS) {
      // One question at a time: a broker that hangs must not collect them.
      known.asking ??= this.ask(topic, known);
      const patience = new AbortController();
      await Promise.race([known.asking, this.clock.sleep(PATIENCE_MS, patience.signal)]);
      patience.abort();
    }
    return known.ranges;
  }

  private async ask(topic: string, known: Known): Promise<void> {
    try {
      known.ranges = await this.reader.ranges(topic);
      known.askedAt = this.clock.now();
    } catch {
      // Whoever reads the topic says in the log that the broker is away.
    } finally {
      known.asking = undefined;
    }
  }
}
