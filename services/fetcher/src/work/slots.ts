/** How many requests may be under way at once. */
export interface SlotLimits {
  /** Requests that have just begun. */
  readonly quick: number;
  /** Requests that turned out to be slow: they make room for others, up to this many. */
  readonly slow: number;
  /** Milliseconds after which a request counts as slow. */
  readonly slowAfterMs: number;
}

interface Running {
  place: 'quick' | 'slow';
  late: boolean;
}

/**
 * Places for work under way. Who is slow moves over to a place of its own, so that hosts that never
 * answer don't take the places of those that do; the sum stays capped.
 */
export class Slots {
  private readonly running = new Set<Running>();
  private quick = 0;
  private slow = 0;
  private wake: (() => void)[] = [];

  constructor(private readonly limits: SlotLimits) {}

  /** Places for new work. */
  get free(): number {
    return this.limits.quick - this.quick;
  }

  /** Whether hosts that are known to be slow may be taken: they never get more than half of the room. */
  get hasRoomForSlow(): boolean {
    return this.slow < this.limits.slow / 2;
  }

  /** Starts work in a free place; `work` must not throw. */
  start(work: () => Promise<void>): void {
    const one: Running = { place: 'quick', late: false };
    this.running.add(one);
    this.quick += 1;
    const timer = setTimeout(() => {
      one.late = true;
      this.moveOver(one);
    }, this.limits.slowAfterMs);
    void work().finally(() => {
      clearTimeout(timer);
      this.running.delete(one);
      this[one.place] -= 1;
      if (one.place === 'slow') this.moveNext();
      this.tell();
    });
  }

  /** Resolves once there may be a free place. */
  async whenFree(): Promise<void> {
    while (this.free <= 0) await new Promise<void>((resolve) => this.wake.push(resolve));
  }

  /** Resolves once nothing is under way. */
  async whenEmpty(): Promise<void> {
    while (this.running.size > 0) await new Promise<void>((resolve) => this.wake.push(resolve));
  }

  private moveOver(one: Running): void {
    if (this.slow >= this.limits.slow) return;
    one.place = 'slow';
    this.quick -= 1;
    this.slow += 1;
    this.tell();
  }

  /** A place among the slow was left: the one that has waited longest for it takes it. */
  private moveNext(): void {
    for (const one of this.running) {
      if (one.late && one.place === 'quick') return this.moveOver(one);
    }
  }

  private tell(): void {
    const { wake } = this;
    this.wake = [];
    for (const resolve of wake) resolve();
  }
}
