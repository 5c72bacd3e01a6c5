import type { Queryable } from '@tocsin/persistence';

/** Dead letters are kept for no longer than this. */
const KEPT_MS = 120 * 86_400_000;

/** When letters were last sent back, ms since the epoch, by their ids. */
export async function redrivenAt(
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ letter_id: string; at_ms: string }>(
    'SELECT letter_id, at_ms FROM redriven_letter WHERE letter_id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ letter_id, at_ms }) => [letter_id, Number(at_ms)]));
}

export async function noteRedriven(
  db: Queryable,
  ids: readonly string[],
  operationId: string,
  nowMs: number,
): Promise<void> {
  await db.query(
    `INSERT INTO redriven_letter (letter_id, operation_id, at_ms)
     SELECT id, $2, $3 FROM unnest($1::text[]) AS id
     ON CONFLICT (letter_id) DO UPDATE SET operation_id = EXCLUDED.operation_id, at_ms = EXCLUDED.at_ms`,
    [ids, operationId, nowMs],
  );
}

/** Takes out what is about letters that are long gone. */
export async function forgetRedriven(db: Queryable, nowMs: number): Promise<void> {
  await db.query('DELETE FROM redriven_letter WHERE at_ms < $1', [nowMs - KEPT_MS]);
}
