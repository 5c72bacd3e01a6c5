import { BUCKET_DEPTH, lshBands, orderSpan, type Signature } from '@tocsin/dedup';
import type { Queryable } from '@tocsin/persistence';
import type { Bucketed, CopyIndex, FiledSignature, Filing } from './copy-index.port.js';
import { openSpans, spansWithin } from './spans.js';

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
 * One look into each bucket tells most articles that they are alone there. For the others: `before` are the first
 * of the bucket within the window; `after` are those later ones that have fewer than so many before this article
 * in their own window. $5 is the window, $6 the spans in reach, $7 the depth.
 */
const LOOK = `
  WITH asked AS (
    SELECT * FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::int[]) AS q (article, band, position, span)
  ), occupied AS MATERIALIZED (
    SELECT q.* FROM asked q WHERE EXISTS (
      SELECT 1 FROM article_band b
      WHERE b.band = q.band AND b.position BETWEEN q.position - $5 AND q.position + $5
        AND b.position <> q.position AND b.span BETWEEN q.span - $6 AND q.span + $6)
  )
  SELECT q.article, f.position, f.span FROM occupied q CROSS JOIN LATERAL (
    SELECT b.position, b.span FROM article_band b
    WHERE b.band = q.band AND b.position >= q.position - $5 AND b.position < q.position
      AND b.span BETWEEN q.span - $6 AND q.span + $6
    ORDER BY b.position LIMIT $7
  ) f
  UNION
  SELECT NULL, y.position, y.span FROM occupied q LEFT JOIN LATERAL (
    SELECT b.position FROM article_band b
    WHERE b.band = q.band AND b.position >= q.position - $5 AND b.position < q.position AND b.span = q.span
    ORDER BY b.position DESC OFFSET $7 - 1 LIMIT 1
  ) deep ON true
  CROSS JOIN LATERAL (
    SELECT b.position, b.span FROM article_band b
    WHERE b.band = q.band AND b.position > GREATEST(q.position, deep.position + $5)
      AND b.position <= q.position + $5 AND b.span BETWEEN q.span - $6 AND q.span + $6
  ) y`;

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
    const { spans: s, bands, positions } = bandsOf(rows);
    await this.tx.query(
      `INSERT INTO article_band (span, band, position)
       SELECT * FROM unnest($1::int[], $2::bigint[], $3::bigint[]) ON CONFLICT DO NOTHING`,
      [s, bands, positions],
    );
  }

  async remove(filed: readonly FiledSignature[]): Promise<void> {
    if (filed.length === 0) return;
    const { spans, bands, positions } = bandsOf(filed);
    await this.tx.query(
      `DELETE FROM article_band b USING unnest($1::int[], $2::bigint[], $3::bigint[]) AS q (span, band, position)
       WHERE b.span = q.span AND b.band = q.band AND b.position = q.position`,
      [spans, bands, positions],
    );
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
    const { spans, bands, positions, numbers } = bandsOf(articles);
    const rows =
      bands.length === 0
        ? []
        : await this.tx.query<{ article: number | null; position: string; span: number }>(LOOK, [
            numbers,
            bands,
            positions,
            spans,
            String(orderSpan(this.windowDays)),
            spansWithin(this.windowDays),
            BUCKET_DEPTH,
          ]);
    const before = new Map<number, Filing[]>();
    const after: Filing[] = [];
    for (const { article, position, span } of rows) {
      const filing = { position: BigInt(position), span };
      if (article === null) after.push(filing);
      else before.set(article, [...(before.get(article) ?? []), filing]);
    }
    return { before, after };
  }
}

function bandsOf(filed: readonly FiledSignature[]) {
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
