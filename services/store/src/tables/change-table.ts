import type { Queryable } from '@tocsin/persistence';

/** One change of the read model, as streams tell of it. */
export interface Change {
  readonly kind: 'article' | 'incident' | 'end';
  readonly key: string;
  /** Article version or incident revision. */
  readonly revision: number;
}

/** Notes changes in the transaction that makes them. */
export async function noteChanges(
  tx: Queryable,
  changes: readonly Change[],
  nowMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `INSERT INTO change (kind, key, revision, at_ms)
     SELECT kind, key, revision, $4 FROM unnest($1::text[], $2::text[], $3::bigint[]) AS c (kind, key, revision)`,
    [
      changes.map(({ kind }) => kind),
      changes.map(({ key }) => key),
      changes.map(({ revision }) => revision),
      nowMs,
    ],
  );
}
