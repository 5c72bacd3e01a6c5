import type { Keyword, Mention } from '@tocsin/contracts';
import type { LinkableMention } from '@tocsin/dedup';
import type { Queryable } from '@tocsin/persistence';
import { LRUCache } from 'lru-cache';

/** As PostgreSQL keeps them, compressed; on the heap they are some ten times as large. */
const MOST_BYTES = 16 * 1024 * 1024;

interface TellingRow {
  mention_id: string;
  article_id: string;
  payload: Mention;
  day: number;
  keywords: readonly Keyword[];
  bytes: number;
}

/**
 * What was read of mentions by earlier batches, the latest used of it. An incident that is told again is compared and
 * told anew with all its mentions, which otherwise came from the database each time. A mention's id names the version
 * of its article, so under one id it always says the same; whom it belongs to may change and is not kept here.
 */
export class MentionMemory {
  private readonly known: LRUCache<string, LinkableMention>;

  /** @param mostBytes of payload, as PostgreSQL keeps it */
  constructor(mostBytes: number = MOST_BYTES) {
    this.known = new LRUCache({ maxSize: mostBytes });
  }

  /** @returns those of the mentions that the index has, by id */
  async read(mentionIds: readonly string[], tx: Queryable): Promise<Map<string, LinkableMention>> {
    const read = new Map<string, LinkableMention>();
    const missing = mentionIds.filter((id) => {
      const known = this.known.get(id);
      if (known !== undefined) read.set(id, known);
      return known === undefined;
    });
    if (missing.length === 0) return read;
    const rows = await tx.query<TellingRow>(
      `SELECT m.mention_id, m.article_id, m.payload, a.day, a.keywords, pg_column_size(m.payload) AS bytes
       FROM mention m JOIN article a USING (article_id) WHERE m.mention_id = ANY($1)`,
      [missing],
    );
    for (const { mention_id: id, article_id: articleId, payload, day, keywords, bytes } of rows) {
      const telling = { articleId, articleDay: day, keywords, mention: payload };
      read.set(id, telling);
      this.known.set(id, telling, { size: Math.max(1, bytes) });
    }
    return read;
  }
}
