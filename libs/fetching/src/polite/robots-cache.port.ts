/** A site's answer for `/robots.txt`; status 0 when there was none. */
export interface RobotsAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** What is known, and for how many milliseconds more it may be used. */
export interface KnownRobots {
  readonly answer: RobotsAnswer;
  readonly ttlMs: number;
}

/** Remembers answers for as long as they may be used (RFC 9309: at most a day). */
export interface RobotsCache {
  /** @returns null when nothing is known or what is known is too old */
  get(origin: string): Promise<KnownRobots | null>;
  put(origin: string, answer: RobotsAnswer, ttlMs: number): Promise<void>;
}
