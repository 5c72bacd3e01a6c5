import type { Client } from 'pg';
import { quantiles, type Quantiles } from '../quantile.js';
import { untilReached } from '../until-reached.js';

const LOOK_MS = 2_000;
/** Nothing ended in so long: it is not going to. */
const STALLED_MS = 120_000;

type Hop = 'extract' | 'deduplicate' | 'store';

/** How the URLs of a stretch of work ended. */
export interface Ends {
  /** `stored`, `rejected`, … → how many. */
  readonly counts: Readonly<Record<string, number>>;
  /** ms since the epoch at which the last one ended. */
  readonly lastAt: number;
  /** Milliseconds from the end of a page's fetch until it was stored. */
  readonly freshness: Quantiles;
  /** The parts of it that each stage took, waiting included. */
  readonly hops: Readonly<Record<Hop, Quantiles>>;
}

/** Waits until so many URLs have ended. @throws Error when the line stands still */
export const untilEnded = (
  database: Client,
  count: number,
  signal: AbortSignal,
  onLook: (ended: number) => void,
): Promise<void> =>
  untilReached(
    async () => {
      const ended = await endedSoFar(database);
      onLook(ended);
      return ended;
    },
    count,
    { who: 'The line', lookMs: LOOK_MS, stalledMs: STALLED_MS, signal },
  );

/** A version is stored once, or ended before by a refusal, a failure or a dead letter. */
async function endedSoFar(database: Client): Promise<number> {
  const { rows } = await database.query<{ n: string }>(
    'SELECT count(DISTINCT url_id) AS n FROM store.article_end',
  );
  return Number(rows[0]?.n);
}

/** @param from ms since the epoch: what ended before doesn't count */
export async function endsSince(database: Client, from: number): Promise<Ends> {
  const { rows } = await database.query<{ ending: string; at: string }>(
    'SELECT ending, at_ms AS at FROM store.article_state WHERE at_ms >= $1',
    [from],
  );
  const { rows: stored } = await database.query<Record<'whole' | Hop, string>>(
    `SELECT stored_ms - fetched_ms AS whole, extracted_ms - fetched_ms AS extract,
            deduplicated_ms - extracted_ms AS deduplicate, stored_ms - deduplicated_ms AS store
     FROM store.article_version WHERE stored_ms >= $1 AND fetched_ms >= $1`,
    [from],
  );
  const of = (name: 'whole' | Hop) => quantiles(stored.map((row) => Number(row[name])));
  const groups = Map.groupBy(rows, ({ ending }) => ending);
  return {
    counts: Object.fromEntries([...groups].map(([ending, all]) => [ending, all.length])),
    lastAt: rows.reduce((latest, { at }) => Math.max(latest, Number(at)), from),
    freshness: of('whole'),
    hops: { extract: of('extract'), deduplicate: of('deduplicate'), store: of('store') },
  };
}
