import { fmix32 } from '@tocsin/dedup';
import { ContendedError, type Queryable } from '@tocsin/persistence';

/**
 * How many rows of `lock_slot` each level has. A batch takes some 36 buckets an article: among so many slots two
 * batches seldom meet but where they search the same.
 */
export const SLOTS = { cell: 262_144, syndication: 16_384, incident: 16_384 } as const;
export type LockLevel = keyof typeof SLOTS;

/** Levels are always taken in this order, each in one go: no two transactions can wait for each other in a ring. */
const FIRST: Readonly<Record<LockLevel, number>> = {
  cell: 0,
  syndication: SLOTS.cell,
  incident: SLOTS.cell + SLOTS.syndication,
};

/**
 * Locks on what a batch will search and change, until its transaction ends, so that simultaneous copies on different
 * instances can't found two groups or two incidents. They are row locks, which may be as many as there are rows;
 * PostgreSQL keeps its advisory locks in one small table in memory.
 */
export class SearchLocks {
  private readonly held = new Map<LockLevel, Set<number>>();

  constructor(private readonly tx: Queryable) {}

  /**
   * Locks the slots of these names. The first call for a level waits; a later one, for what turned up meanwhile, may
   * not wait, since that would break the order.
   * @throws ContendedError `ERR_DEDUPLICATOR_CONTENDED` when a later call finds a slot taken
   */
  async take(level: LockLevel, names: Iterable<string>): Promise<void> {
    const held = this.held.get(level);
    const slots = new Set<number>();
    for (const name of names) slots.add(FIRST[level] + (hashOf(name) % SLOTS[level]));
    for (const slot of held ?? []) slots.delete(slot);
    if (slots.size === 0) return;
    this.held.set(level, new Set([...(held ?? []), ...slots]));
    const got = await this.tx.query(
      `SELECT slot FROM lock_slot WHERE slot = ANY($1) ORDER BY slot
       FOR UPDATE ${held === undefined ? '' : 'SKIP LOCKED'}`,
      [[...slots]],
    );
    if (got.length === slots.size) return;
    if (held === undefined)
      throw new Error('lock_slot has lost rows: its migration must be run again');
    throw new ContendedError(
      'ERR_DEDUPLICATOR_CONTENDED',
      `Another instance holds a ${level} that this batch came upon late.`,
    );
  }
}

/** FNV-1a over UTF-16 code units, then mixed as murmur3 does, since the lowest bits choose the slot. 32 bits. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return fmix32(hash) >>> 0;
}
