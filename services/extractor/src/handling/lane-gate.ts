import type { BatchHandler, Clock } from '@tocsin/messaging';

export interface LaneGateConfig {
  /** Milliseconds without live work after which the live lane counts as idle. */
  readonly idleMs: number;
  /** Milliseconds after which a waiting backfill batch goes ahead nevertheless, so that it never starves. */
  readonly maxWaitMs: number;
}

/** Lets backfill work through only while the live lane of this process is idle enough. */
export class LaneGate {
  private liveRunning = 0;
  private liveEndedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly config: LaneGateConfig,
    private readonly clock: Clock,
  ) {}

  /** Wraps the live lane's handler: its work is what the other lane waits for. */
  live<T>(next: BatchHandler<T>): BatchHandler<T> {
    return async (messages, context) => {
      this.liveRunning++;
      try {
        return await next(messages, context);
      } finally {
        this.liveRunning--;
        this.liveEndedAt = this.clock.now();
      }
    };
  }

  /** Wraps the backfill lane's handler. A lost partition ends the wait. */
  backfill<T>(next: BatchHandler<T>): BatchHandler<T> {
    return async (messages, context) => {
      const until = this.clock.now() + this.config.maxWaitMs;
      while (!this.isLiveIdle() && this.clock.now() < until) {
        await this.clock.sleep(this.config.idleMs, context.signal);
        context.signal.throwIfAborted();
      }
      return next(messages, context);
    };
  }

  private isLiveIdle(): boolean {
    return this.liveRunning === 0 && this.clock.now() - this.liveEndedAt >= this.config.idleMs;
  }
}
