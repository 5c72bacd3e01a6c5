import { randomUUID } from 'node:crypto';
import type { Operation, OperationKind } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';

export interface NewOperation {
  readonly kind: OperationKind;
  readonly by: string;
  readonly reason: string;
  readonly request: unknown;
}

const SILENT_MS = 60_000;
export const MAX_OPERATIONS = 200;

interface Row {
  readonly id: string;
  readonly kind: OperationKind;
  readonly by_name: string;
  readonly reason: string;
  readonly request: unknown;
  readonly state: 'running' | 'done' | 'failed';
  readonly counts: Record<string, number>;
  readonly error: string | null;
  readonly begun_ms: string;
  readonly heard_ms: string;
  readonly ended_ms: string | null;
}

/** The table of operations: every one is written before it begins, and never taken out. */
export class Operations {
  constructor(
    private readonly db: Queryable,
    private readonly now: () => number,
  ) {}

  async begin({ kind, by, reason, request }: NewOperation): Promise<Operation> {
    const rows = await this.db.query<Row>(
      `INSERT INTO operation (id, kind, by_name, reason, request, begun_ms, heard_ms)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $6) RETURNING *`,
      [randomUUID(), kind, by, reason, JSON.stringify(request), this.now()],
    );
    return this.viewOf(rows[0] as Row);
  }

  async progress(id: string, counts: Operation['counts']): Promise<void> {
    await this.db.query('UPDATE operation SET counts = $2::jsonb, heard_ms = $3 WHERE id = $1', [
      id,
      JSON.stringify(counts),
      this.now(),
    ]);
  }

  /** @param error one sentence where it failed */
  async end(id: string, counts: Operation['counts'], error: string | null): Promise<Operation> {
    const rows = await this.db.query<Row>(
      `WITH ended AS (
         UPDATE operation SET counts = $2::jsonb, state = $3, error = $4, heard_ms = $5, ended_ms = $5
         WHERE id = $1 RETURNING *)
       SELECT * FROM ended`,
      [id, JSON.stringify(counts), error === null ? 'done' : 'failed', error, this.now()],
    );
    return this.viewOf(rows[0] as Row);
  }

  async read(id: string): Promise<Operation | undefined> {
    const [row] = await this.db.query<Row>('SELECT * FROM operation WHERE id = $1', [id]);
    return row && this.viewOf(row);
  }

  /** The newest first. */
  async list(kind: OperationKind | null, limit: number): Promise<Operation[]> {
    const rows = await this.db.query<Row>(
      `SELECT * FROM operation WHERE $1::text IS NULL OR kind = $1
       ORDER BY begun_ms DESC, id LIMIT $2`,
      [kind, limit],
    );
    return rows.map((row) => this.viewOf(row));
  }

  private viewOf(row: Row): Operation {
    const isSilent = row.state === 'running' && this.now() - Number(row.heard_ms) > SILENT_MS;
    return {
      id: row.id,
      kind: row.kind,
      by: row.by_name,
      reason: row.reason,
      request: row.request,
      state: isSilent ? 'interrupted' : row.state,
      counts: row.counts,
      error: row.error,
      begunAt: new Date(Number(row.begun_ms)).toISOString(),
      endedAt: row.ended_ms === null ? null : new Date(Number(row.ended_ms)).toISOString(),
    };
  }
}
