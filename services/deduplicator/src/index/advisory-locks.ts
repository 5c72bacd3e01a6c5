import { createHash } from 'node:crypto';
import { ContendedError, type Queryable } from '@tocsin/persistence';

/** Postgres keeps all locks of all transactions in one small table; more slots than this could fill it. */
const SLOTS = 1024;

/** Levels are always taken in this order, each in one go: no two transactions can wait for each other in a ring. */
const LEVELS = { cell: 0x70c1, syndication: 0x70c2, incident: 0x70c3 } as const;
export type LockLevel = keyof typeof LEVELS;

/**
 * Transaction-level locks on what a batch will search and change, so that simultaneous copies on different
 * instances can't found two groups or two incidents.
 */
export class AdvisoryLocks {
  private readonly held = new Map<LockLevel, Set<number>>();

  constructor(private readonly tx: Queryable) {}

  /**
   * Locks the slots of these names. The first call for a level waits; a later one, for what turned up meanwhile, may
   * not wait, since that would break the order.
   * @throws ContendedError `ERR_DEDUPLICATOR_CONTENDED` when a later call finds a slot taken
   */
  async take(level: LockLevel, names: Iterable<string>): Promise<void> {
    const held = this.held.get(level);
    const wanted = new Set([...names].map(slotOf));
    const slots = [...wanted].filter((slot) => !held?.has(slot)).sort((a, b) => a - b);
    if (held === undefined) {
      this.held.set(level, new Set(slots));
      await this.tx.query('SELECT pg_advisory_xact_lock($1, slot) FROM unnest($2::int[]) AS slot', [
        LEVELS[level],
        slots,
      ]);
      return;
    }
    for (const slot of slots) held.add(slot);
    const rows = await this.tx.query<{ got: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1, slot) AS got FROM unnest($2::int[]) AS slot',
      [LEVELS[level], slots],
    );
    if (rows.some(({ got }) => !got)) {
      throw new ContendedError(
        'ERR_DEDUPLICATOR_CONTENDED',
        `Another instance holds a ${level} that this batch came upon late.`,
      );
    }
  }
}

/** The schema is not part of it: services that share a database don't share tables, only, harmlessly, slots. */
function slotOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32LE(0) % SLOTS;
}
