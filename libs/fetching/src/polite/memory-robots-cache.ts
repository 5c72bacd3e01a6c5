import type { RobotsAnswer, RobotsCache } from './robots-cache.port.js';

/** Answers for the life of one process: see `MemoryHostLeases`. */
export class MemoryRobotsCache implements RobotsCache {
  private readonly answers = new Map<string, { answer: RobotsAnswer; until: number }>();

  async get(origin: string): Promise<RobotsAnswer | null> {
    const known = this.answers.get(origin);
    return known && known.until > performance.now() ? known.answer : null;
  }

  async put(origin: string, answer: RobotsAnswer, ttlMs: number): Promise<void> {
    this.answers.set(origin, { answer, until: performance.now() + ttlMs });
  }
}
