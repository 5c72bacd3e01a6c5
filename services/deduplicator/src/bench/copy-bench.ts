import { orderKey } from '@tocsin/dedup';
import {
  inTransaction,
  openDatabase,
  persistenceMigrations,
  pooled,
  type Queryable,
} from '@tocsin/persistence';
import { indexMigrations } from '../index/migrations.js';
import { bandsOf, openSpans, spanOf, spansOf } from '../index/spans.js';
import { SERVICE } from '../topology.js';

/** The memory of copies as a bench fills and weighs it. */
export interface CopyBench {
  /**
   * Files made-up articles, each with a signature and its bands, spread over the window before a time. Their buckets
   * are drawn at random: unrelated texts share none.
   */
  fill(from: number, count: number): Promise<void>;
  /** Articles that are known. */
  articles(): Promise<number>;
  /** Bytes on disk by table and by its indexes. */
  sizes(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
/** As many as an article with names has. */
const BANDS = 36;

/**
 * @param databaseUrl an empty database that may be filled
 * @param before the filled articles' last fetch, ms since the epoch
 */
export async function openCopyBench(
  databaseUrl: string,
  windowDays: number,
  before: number,
): Promise<CopyBench> {
  const database = await openDatabase({
    url: databaseUrl,
    schema: SERVICE,
    role: `tocsin_${SERVICE}`,
    migrations: [...persistenceMigrations, ...indexMigrations],
    entities: [],
    // A day of a large fill takes as long as it takes.
    statementTimeoutMs: 3_600_000,
  });
  const db = pooled(database);
  const days = Array.from({ length: windowDays }, (_, ago) => before - ago * DAY_MS);
  return {
    async fill(from, count) {
      const share = Math.ceil(count / days.length);
      await inTransaction(database, async (tx) => {
        const spans = days.map((day) => spanOf(new Date(day).toISOString()));
        await openSpans(tx, spans, windowDays);
        for (const [at, day] of days.entries()) {
          const first = from + at * share;
          const last = Math.min(from + count, first + share);
          if (first < last) await fillDay(tx, day, first, last);
        }
      });
      const bands = (await spansOf(db)).map(bandsOf).join(', ');
      await db.query(`VACUUM (ANALYZE) article, article_signature, ${bands}`);
      // What filling left to be written is nobody's throughput: a window fills over two weeks.
      await db.query('SET LOCAL ROLE NONE; CHECKPOINT');
    },
    async articles() {
      const [row] = await db.query<{ n: string }>('SELECT count(*) AS n FROM article');
      return Number(row?.n);
    },
    async sizes() {
      const rows = await db.query<{ name: string; bytes: string }>(
        `SELECT regexp_replace(relname, '_\\d+(_pkey)?$', '\\1') AS name, sum(pg_relation_size(oid)) AS bytes
         FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i')
           AND relname ~ '^article' GROUP BY 1 ORDER BY 1`,
      );
      return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]));
    },
    close: () => database.destroy(),
  };
}

/** Set by set: the articles of one day, their signatures, their bands. */
async function fillDay(tx: Queryable, day: number, first: number, last: number): Promise<void> {
  const fetchedAt = new Date(day).toISOString();
  const span = spanOf(fetchedAt);
  // A second has room for more articles than a day's second has.
  const position = `(${orderKey(day - DAY_MS, '')}::bigint >> 28 << 28)
    + ((n % 86400)::bigint << 28) + (n % 268435456)`;
  await tx.query(
    `INSERT INTO article (article_id, version, content_hash, day, position, span, syndication_id, source, fetched_at,
       keywords)
     SELECT md5(n::text), 1, md5(n::text) || md5(n::text), $3::int, ${position}, $4::int, md5(n::text),
       jsonb_build_object('articleId', md5(n::text), 'url',
         'https://www.site-' || n % 5000 || '.example/world/2026/11/a-headline-of-some-eight-words-' || n,
         'title', 'A headline of some eight words that says it, ' || n, 'siteName', 'Site ' || n % 5000,
         'publishedAt', $5::text, 'syndicationId', md5(n::text)),
       $5::text, '[]'
     FROM generate_series($1::int, $2::int - 1) AS n`,
    [first, last, Math.floor(day / DAY_MS), span, fetchedAt],
  );
  await tx.query(
    `INSERT INTO article_signature (span, position, article_id, site, language, exact, bins, shingles, names)
     SELECT $3::int, ${position}, md5(n::text), 'www.site-' || n % 5000 || '.example', 'en', sha256(n::text::bytea),
       decode(repeat(md5(n::text), 16), 'hex'), 596, decode(repeat(md5(n::text), 7), 'hex')
     FROM generate_series($1::int, $2::int - 1) AS n`,
    [first, last, span],
  );
  await tx.query(
    `INSERT INTO ${bandsOf(span)} (band, position)
     SELECT hashint8extended(n::bigint * ${BANDS} + b, 0), ${position}
     FROM generate_series($1::int, $2::int - 1) AS n, generate_series(1, ${BANDS}) AS b
     ORDER BY 1`,
    [first, last],
  );
}
