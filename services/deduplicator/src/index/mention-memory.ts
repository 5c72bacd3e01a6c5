import type { Keyword, Mention } from '@tocsin/contracts';
import type { LinkableMention } from '@tocsin/dedup';
import type { Queryable } from '@tocsin/persistence';
import { LRUCache } from 'lru-cache';
import { isDeepStrictEqual } from 'node:util';

/** As PostgreSQL keeps them, compressed; on the heap, with their articles' keywords, some four times as large. */
const MOST_BYTES = 12 * 1024 * 1024;
/** Articles whose mentions share their keywords, however far apart they are read: a mention's own bytes are no more. */
const MOST_ARTICLES = 6_000;

interface TellingRow {
  number: string;
  article_id: string;
  payload: Mention;
  day: number;
  keywords: readonly Keyword[];
  bytes: number;
}

/**
 * What was read of mentions by earlier batches, the latest used of it. An incident that is told again is compared and
 * told anew with all its mentions, which otherwise came from the database each time. Under one number a mention always
 * says the same; whom it belongs to may change and is not kept here.
 */
export class MentionMemory {
  private readonly known: LRUCache<number, LinkableMention>;
  private readonly keywords = new LRUCache<string, readonly Keyword[]>({ max: MOST_ARTICLES });

  /** @param mostBytes of payload, as PostgreSQL keeps it */
  constructor(mostBytes: number = MOST_BYTES) {
    this.known = new LRUCache({ maxSize: mostBytes });
  }

  /** @returns those of the mentions that the index has, by number */
  async read(numbers: readonly number[], tx: Queryable): Promise<Map<number, LinkableMention>> {
    const read = new Map<number, LinkableMention>();
    const missing = numbers.filter((number) => {
      const known = this.known.get(number);
      if (known !== undefined) read.set(number, known);
      return known === undefined;
    });
    if (missing.length === 0) return read;
    const rows = await tx.query<TellingRow>(
      `SELECT m.number, m.article_id, m.payload, a.day, a.keywords, pg_column_size(m.payload) AS bytes
       FROM mention m JOIN article a USING (article_id) WHERE m.number = ANY($1)`,
      [missing],
    );
    for (const { article_id: articleId, payload, day, ...row } of rows) {
      const number = Number(row.number);
      const keywords = this.sharedKeywords(articleId, row.keywords);
      const telling = { articleId, articleDay: day, keywords, mention: payload };
      read.set(number, telling);
      this.known.set(number, telling, { size: Math.max(1, row.bytes) });
    }
    return read;
  }

  /** An article's mentions share its keywords, which take as much room as a mention; another version may have others. */
  private sharedKeywords(articleId: string, read: readonly Keyword[]): readonly Keyword[] {
    const known = this.keywords.get(articleId);
    if (known !== undefined && isDeepStrictEqual(known, read)) return known;
    this.keywords.set(articleId, read);
    return read;
  }
}
