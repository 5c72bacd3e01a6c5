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
  place: 'quick' | 'slow' | 'left';
  late: boolean;
  readonly unproven: boolean;
}

/** Work that has left its place and goes on, by places: enough to publish while others ask. */
const LEFT_PER_PLACE = 4;

/**
 * Places for work under way. Who is slow moves over to a place of its own, so that hosts that never
 * answer don't take the places of those that do; the sum stays capped.
 */
export class Slots {
  private readonly running = new Set<Running>();
  private quick = 0;
  private slow = 0;
  private left = 0;
  /** Of the quick. */
  private unproven = 0;
  private wake: (() => void)[] = [];

  constructor(private readonly limits: SlotLimits) {}

  /** Places for new work. */
  get free(): number {
    // Who can't get rid of what was fetched fetches no more of it: memory stays bounded.
    if (this.left >= this.limits.quick * LEFT_PER_PLACE) return 0;
    return this.limits.quick - this.quick;
  }

  /**
   * Places for work of hosts that are slow, or never answered yet: half of all, and none while half of the
   * room for the slow is taken.
   */
  get freeForUnproven(): number {
    if (this.slow >= this.limits.slow / 2) return 0;
    const half = Math.max(1, Math.floor(this.limits.quick / 2));
    return Math.min(this.free, half - this.unproven);
  }

  /**
   * Starts work in a free place; `work` must not throw. It may leave its place before its end, once
   * nobody out there is waited for any more.
   */
  start(work: (leave: () => void) => Promise<void>, unproven = false): void {
    const one: Running = { place: 'quick', late: false, unproven };
    this.running.add(one);
    this.quick += 1;
    if (unproven) this.unproven += 1;
    const timer = setTimeout(() => {
      one.late = true;
      this.moveOver(one);
    }, this.limits.slowAfterMs);
    const leave = () => {
      clearTimeout(timer);
      if (one.place !== 'left') this.leave(one);
    };
    void work(leave).finally(() => {
      leave();
      this.running.delete(one);
      this.left -= 1;
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

  private leave(one: Running): void {
    const { place } = one;
    this.move(one, 'left');
    if (place === 'slow') this.moveNext();
  }

  private moveOver(one: Running): void {
    if (this.slow < this.limits.slow) this.move(one, 'slow');
  }

  private move(one: Running, to: Running['place']): void {
    this[one.place] -= 1;
    if (one.place === 'quick' && one.unproven) this.unproven -= 1;
    this[to] += 1;
    one.place = to;
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
