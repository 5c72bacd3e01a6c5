import type { Queryable } from '@tocsin/persistence';
import type { BlobKeeper } from '../publish/blob-store.port.js';

/**
 * Takes out what is kept of articles: their bodies, and what feeds said of them. They are not read again; what is on
 * its way is refused by those who read it. Their addresses stay with the queue for its week, so that they are known.
 */
export async function eraseArticles(
  db: Queryable,
  blobs: BlobKeeper,
  articleIds: readonly string[],
): Promise<void> {
  const rows = await db.query<{ content_hash: string }>(
    'SELECT content_hash FROM article WHERE id = ANY($1)',
    [articleIds],
  );
  await blobs.remove(rows.map(({ content_hash }) => content_hash));
  await db.query(
    `UPDATE url SET feed_item = NULL,
       next_attempt_at = CASE WHEN state = 'fetched' THEN NULL ELSE next_attempt_at END
     WHERE article_id = ANY($1) OR id = ANY($1)`,
    [articleIds],
  );
}
