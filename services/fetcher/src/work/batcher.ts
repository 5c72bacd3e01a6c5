import { setTimeout as sleep } from 'node:timers/promises';

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds that a batch waits for company: little beside any round trip, much for its cost. */
const GATHER_MS = 5;

/**
 * Lets many callers share one round trip: a batch gathers for a moment, and while others run. A full one
 * does not wait.
 */
export class Batcher<T, R> {
  private readonly waiting: Waiting<T, R>[] = [];
  private running = 0;

  /**
   * @param run gives one result for each item, in order; when it throws, every caller of the batch hears it
   * @param maxItems of one batch
   * @param lanes batches that run at once
   */
  constructor(
    private readonly run: (items: readonly T[]) => Promise<readonly R[]>,
    private readonly maxItems: number,
    private readonly lanes = 1,
  ) {}

  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.running >= this.lanes) return;
      this.running += 1;
      void this.drain();
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      if (this.waiting.length < this.maxItems) await sleep(GATHER_MS);
      const batch = this.waiting.splice(0, this.maxItems);
      try {
        const results = await this.run(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, index) => resolve(results[index] as R));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.running -= 1;
  }
}
