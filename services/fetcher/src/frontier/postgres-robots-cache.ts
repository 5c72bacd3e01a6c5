import type { Queryable } from '@tocsin/persistence';
import type { KnownRobots, RobotsAnswer, RobotsCache } from '@tocsin/fetching';

/** robots.txt answers shared by all replicas, so that a site is asked once a day, not once a replica. */
export class PostgresRobotsCache implements RobotsCache {
  constructor(private readonly db: Queryable) {}

  async get(origin: string): Promise<KnownRobots | null> {
    const [known] = await this.db.query<RobotsAnswer & { ttl_ms: number }>(
      `SELECT status, body, (extract(epoch FROM good_until - now()) * 1000)::float8 AS ttl_ms
       FROM robots WHERE origin = $1 AND good_until > now()`,
      [origin],
    );
    return known ? { answer: known, ttlMs: known.ttl_ms } : null;
  }

  async put(origin: string, answer: RobotsAnswer, ttlMs: number): Promise<void> {
    await this.db.query(
      `INSERT INTO robots (origin, status, body, good_until)
       VALUES ($1, $2, $3, now() + $4 * interval '1 ms')
       ON CONFLICT (origin) DO UPDATE
         SET status = EXCLUDED.status, body = EXCLUDED.body, good_until = EXCLUDED.good_until`,
      [origin, answer.status, Buffer.from(answer.body), ttlMs],
    );
  }
}
