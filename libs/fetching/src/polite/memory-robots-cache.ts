import type { KnownRobots, RobotsAnswer, RobotsCache } from './robots-cache.port.js';

/** Answers for the life of one process: see `MemoryHostLeases`. */
export class MemoryRobotsCache implements RobotsCache {
  private readonly answers = new Map<string, { answer: RobotsAnswer; until: number }>();

  async get(origin: string): Promise<KnownRobots | null> {
    const known = this.answers.get(origin);
    const ttlMs = (known?.until ?? 0) - performance.now();
    return known && ttlMs > 0 ? { answer: known.answer, ttlMs } : null;
  }

  async put(origin: string, answer: RobotsAnswer, ttlMs: number): Promise<void> {
    this.answers.set(origin, { answer, until: performance.now() + ttlMs });
  }
}
