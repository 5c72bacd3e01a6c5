import { BUCKET_DEPTH, lshBands, orderSpan, type Signature } from '@tocsin/dedup';
import type { Queryable } from '@tocsin/persistence';
import type { Bucketed, CopyIndex, FiledSignature, Filing } from './copy-index.port.js';
import { bandsOf, openSpans, spansOf, spansWithin } from './spans.js';

interface SignatureRow {
  span: number;
  position: string;
  article_id: string;
  site: string | null;
  language: string | null;
  exact: Buffer;
  bins: Buffer;
  shingles: number;
  names: Buffer;
}

/**
 * The buckets that are asked about: $5 is the window, $6 the spans in reach, $7 the depth. They are asked in the order
 * of the index, as they are written: neighbours share its pages, in a third of the time.
 */
const ASKED = `
  WITH asked AS (
    SELECT * FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::int[]) AS q (article, band, position, span)
    ORDER BY band
  )`;
const inReach = (span: number) => `${span} BETWEEN q.span - $6 AND q.span + $6`;

/** Of these the ones that anybody else is in: one look into each tells most articles that they are alone there. */
const occupiedIn = (spans: readonly number[]) => `${ASKED}, occupied AS MATERIALIZED (
    SELECT q.* FROM asked q WHERE ${spans
      .map(
        (span) => `${inReach(span)} AND EXISTS (
        SELECT 1 FROM ${bandsOf(span)} b
        WHERE b.band = q.band AND b.position BETWEEN q.position - $5 AND q.position + $5
          AND b.position <> q.position)`,
      )
      .join(' OR ')}
  )`;

/** The rows of a bucket in every span within reach. */
const inBucket = (spans: readonly number[], where: string, first = '') =>
  spans
    .map(
      (span) => `(
      SELECT b.position, ${span} AS span FROM ${bandsOf(span)} b
      WHERE ${inReach(span)} AND b.band = q.band AND ${where} ${first})`,
    )
    .join(' UNION ALL ');

/** The first of the bucket within the window. */
const beforeIn = (spans: readonly number[], buckets: 'asked' | 'occupied') => `
  SELECT q.article, f.position, f.span, false AS later FROM ${buckets} q CROSS JOIN LATERAL (
    SELECT * FROM (${inBucket(
      spans,
      'b.position >= q.position - $5 AND b.position < q.position',
      'ORDER BY b.position LIMIT $7',
    )}) any_span ORDER BY position LIMIT $7
  ) f`;

/**
 * Those later ones that have fewer than so many before this article in their own window. The place so many before it
 * is looked for once a bucket, and not once for each that comes after, as PostgreSQL would have it.
 */
const afterIn = (spans: readonly number[]) => `
  SELECT q.article, y.position, y.span, true FROM deep q CROSS JOIN LATERAL (${inBucket(
    spans,
    'b.position > GREATEST(q.position, q.deep + $5) AND b.position <= q.position + $5',
  )}) y`;
const deepIn = (spans: readonly number[]) => `, deep AS MATERIALIZED (
    SELECT q.*, CASE q.span ${spans
      .map(
        (span) => `WHEN ${span} THEN (
      SELECT b.position FROM ${bandsOf(span)} b
      WHERE b.band = q.band AND b.position >= q.position - $5 AND b.position < q.position
      ORDER BY b.position DESC OFFSET $7 - 1 LIMIT 1)`,
      )
      .join(' ')} END AS deep FROM occupied q
  )`;

export class PostgresCopyIndex implements CopyIndex {
  constructor(
    private readonly tx: Queryable,
    private readonly windowDays: number,
  ) {}

  async add(filed: readonly FiledSignature[]): Promise<void> {
    const signed = filed.filter(({ bands }) => bands.length > 0);
    if (signed.length === 0) return;
    const spans = signed.map(({ span }) => span);
    const open = await openSpans(this.tx, spans, this.windowDays);
    const rows = signed.filter(({ span }) => open.has(span));
    await this.tx.query(
      `INSERT INTO article_signature
         (span, position, article_id, site, language, exact, bins, shingles, names)
       SELECT * FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::bytea[],
         $8::int[], $9::bytea[]) ON CONFLICT DO NOTHING`,
      [
        rows.map(({ span }) => span),
        rows.map(({ signature }) => String(signature.order)),
        rows.map(({ signature }) => signature.articleId),
        rows.map(({ signature }) => signature.site),
        rows.map(({ signature }) => signature.language),
        rows.map(({ signature }) => Buffer.from(signature.exact, 'hex')),
        rows.map(({ signature }) => bytesOf(signature.bins as Uint16Array)),
        rows.map(({ signature }) => signature.shingles),
        rows.map(({ signature }) => bytesOf(signature.names)),
      ],
    );
    for (const [span, ofSpan] of Map.groupBy(rows, (row) => row.span)) {
      const { bands, positions } = bucketsOf(ofSpan);
      await this.tx.query(
        `INSERT INTO ${bandsOf(span)} (band, position)
         SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS q (band, position) ORDER BY band
         ON CONFLICT DO NOTHING`,
        [bands, positions],
      );
    }
  }

  async remove(filed: readonly FiledSignature[]): Promise<void> {
    if (filed.length === 0) return;
    const open = new Set(await spansOf(this.tx));
    const kept = filed.filter(({ span }) => open.has(span));
    for (const [span, ofSpan] of Map.groupBy(kept, (each) => each.span)) {
      const { bands, positions } = bucketsOf(ofSpan);
      await this.tx.query(
        `DELETE FROM ${bandsOf(span)} b USING unnest($1::bigint[], $2::bigint[]) AS q (band, position)
         WHERE b.band = q.band AND b.position = q.position`,
        [bands, positions],
      );
    }
    await this.tx.query(
      `DELETE FROM article_signature s USING unnest($1::int[], $2::bigint[], $3::text[]) AS q (span, position, id)
       WHERE s.span = q.span AND s.position = q.position AND s.article_id = q.id`,
      [
        filed.map(({ span }) => span),
        filed.map(({ signature }) => String(signature.order)),
        filed.map(({ signature }) => signature.articleId),
      ],
    );
  }

  async at(filings: readonly Filing[]): Promise<FiledSignature[]> {
    if (filings.length === 0) return [];
    const rows = await this.tx.query<SignatureRow>(
      `SELECT s.* FROM unnest($1::int[], $2::bigint[]) AS q (span, position)
       JOIN article_signature s USING (span, position)`,
      [filings.map(({ span }) => span), filings.map(({ position }) => String(position))],
    );
    return rows.map((row) => {
      const signature = signatureIn(row);
      return { signature, span: row.span, bands: lshBands(signature) };
    });
  }

  async look(articles: readonly FiledSignature[]): Promise<Bucketed> {
    const rows = await this.lookInto(
      articles,
      (spans) =>
        `${occupiedIn(spans)}${deepIn(spans)}${beforeIn(spans, 'occupied')} UNION ${afterIn(spans)}`,
    );
    return {
      before: byArticle(rows.filter(({ later }) => !later)),
      after: byArticle(rows.filter(({ later }) => later)),
    };
  }

  async before(articles: readonly FiledSignature[]): Promise<Bucketed['before']> {
    return byArticle(
      // Those in whose buckets somebody is after them: asking first whether anybody is there would be asking twice.
      await this.lookInto(
        articles,
        (spans) => `${ASKED} SELECT DISTINCT * FROM (${beforeIn(spans, 'asked')}) found`,
      ),
    );
  }

  /** @param sqlOf the question to these spans: those in reach of any of the articles that are open now */
  private async lookInto(
    articles: readonly FiledSignature[],
    sqlOf: (spans: readonly number[]) => string,
  ): Promise<FilingRow[]> {
    const { spans, bands, positions, numbers } = bucketsOf(articles);
    const reach = spansWithin(this.windowDays);
    const own = [...new Set(spans)];
    const open = bands.length === 0 ? [] : await spansOf(this.tx);
    const asked = open.filter((span) => own.some((each) => Math.abs(each - span) <= reach));
    if (asked.length === 0) return [];
    const window = String(orderSpan(this.windowDays));
    return this.tx.query(sqlOf(asked), [
      numbers,
      bands,
      positions,
      spans,
      window,
      reach,
      BUCKET_DEPTH,
    ]);
  }
}

interface FilingRow {
  /** The number of the one that was asked about. */
  readonly article: number;
  readonly position: string;
  readonly span: number;
  readonly later: boolean;
}

const filingIn = ({ position, span }: FilingRow): Filing => ({ position: BigInt(position), span });

function byArticle(rows: readonly FilingRow[]): Map<number, Filing[]> {
  const found = new Map<number, Filing[]>();
  for (const row of rows) {
    const known = found.get(row.article);
    if (known === undefined) found.set(row.article, [filingIn(row)]);
    else known.push(filingIn(row));
  }
  return found;
}

function bucketsOf(filed: readonly FiledSignature[]) {
  const each = <V>(value: (item: FiledSignature, at: number) => V) =>
    filed.flatMap((item, at) => item.bands.map(() => value(item, at)));
  return {
    numbers: each((_, at) => at),
    spans: each(({ span }) => span),
    positions: each(({ signature }) => String(signature.order)),
    bands: filed.flatMap(({ bands }) => bands.map(String)),
  };
}

function bytesOf(values: Uint16Array | Uint32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

function signatureIn(row: SignatureRow): Signature {
  return {
    articleId: row.article_id,
    order: BigInt(row.position),
    site: row.site,
    language: row.language,
    exact: row.exact.toString('hex'),
    bins: new Uint16Array(new Uint8Array(row.bins).buffer),
    shingles: row.shingles,
    names: new Uint32Array(new Uint8Array(row.names).buffer),
  };
}
