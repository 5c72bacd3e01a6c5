/** More is in hand than this replica takes at once: come back a little later. */
export class PushBusyError extends Error {
  readonly code = 'ERR_PUSH_BUSY';
  /** Whole seconds after which another try may go through. */
  readonly retryAfterSeconds = 1;

  constructor() {
    super('Enough documents are in hand: push again in a second.');
    this.name = 'PushBusyError';
  }
}

/** Lets only so much work in at once; what does not fit is turned away, not queued. */
export class Admission {
  private inHand = 0;

  constructor(private readonly capacity: number) {}

  /**
   * @param weight how much of the capacity the work takes
   * @throws PushBusyError before anything is done; what the work throws
   */
  async enter<T>(weight: number, work: () => Promise<T>): Promise<T> {
    if (this.inHand + weight > this.capacity) throw new PushBusyError();
    this.inHand += weight;
    try {
      return await work();
    } finally {
      this.inHand -= weight;
    }
  }
}
