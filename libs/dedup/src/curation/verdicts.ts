import type { IncidentCurated, Mention } from '@tocsin/contracts';
import { byText } from '../order.js';
import { successorsOf } from './same-telling.js';

/** An analyst's word that what these mentions tell is not so. */
export interface Retraction {
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

/** An analyst's word about two mentions: no likeness and no rule outweighs it. */
export interface VerdictLink<Id = string> {
  readonly a: Id;
  readonly b: Id;
  readonly verdict: 'together' | 'apart';
}

/** What all commands together say of the mentions that there are. */
export interface Verdicts {
  readonly links: readonly VerdictLink[];
  /** By mention id. */
  readonly retracted: ReadonlyMap<string, Retraction>;
}

/** Mentions that analysts put together, and the blocks that they keep them from. */
interface Block {
  readonly members: Set<string>;
  readonly apart: Set<Block>;
  retraction: Retraction | null;
}

/**
 * Reads the commands in the order in which they were given; of two that contradict each other the later one holds.
 * A function of the sets alone: it doesn't matter whether a command came before or after the mentions it is about,
 * nor how often these were replaced since.
 * @param current mentions of the articles that the commands name, by article id
 */
export function verdictsOf(
  commands: readonly IncidentCurated[],
  current: ReadonlyMap<string, readonly Mention[]>,
): Verdicts {
  const blocks = new Blocks();
  const inOrder = [...commands].sort(
    (a, b) => byText(a.at, b.at) || byText(a.commandId, b.commandId),
  );
  for (const command of inOrder) obey(command, current, blocks);
  return blocks.verdicts();
}

function obey(
  { action, subjects, mentionIds, reason, at }: IncidentCurated,
  current: ReadonlyMap<string, readonly Mention[]>,
  blocks: Blocks,
): void {
  const named = subjects.flatMap(({ mentions }) => mentions);
  const successors = new Map<string, string>();
  for (const [articleId, anchors] of Map.groupBy(named, (anchor) => anchor.articleId)) {
    const earlier = anchors.map(({ mention }) => mention);
    const found = successorsOf(earlier, current.get(articleId) ?? []);
    for (const [old, now] of found) successors.set(old, now);
  }
  if (action === 'split') {
    const leaving = new Set(mentionIds);
    const of = (leaves: boolean) =>
      [...successors].filter(([old]) => leaving.has(old) === leaves).map(([, now]) => now);
    blocks.split(of(true), of(false));
    return;
  }
  const block = blocks.join([...successors.values()]);
  if (block !== null) block.retraction = action === 'retract' ? { reason, at } : null;
}

class Blocks {
  private readonly blockOf = new Map<string, Block>();

  /** Makes one block of all that these are in; null for none. */
  join(mentionIds: readonly string[]): Block | null {
    const [first, ...others] = new Set(mentionIds.map((id) => this.of(id)));
    if (first === undefined) return null;
    for (const other of others) {
      for (const id of other.members) {
        first.members.add(id);
        this.blockOf.set(id, first);
      }
      first.retraction ??= other.retraction;
      for (const enemy of other.apart) {
        enemy.apart.delete(other);
        keepApart(first, enemy);
      }
    }
    first.apart.delete(first);
    return first;
  }

  /** Takes mentions out of their blocks, into one that is kept from those that stay; a retraction stays with these. */
  split(leaving: readonly string[], staying: readonly string[]): void {
    const left = leaving.map((id) => {
      const former = this.of(id);
      former.members.delete(id);
      const own = this.found(id);
      for (const enemy of former.apart) keepApart(own, enemy);
      return id;
    });
    const [there, here] = [this.join(left), this.join(staying)];
    if (there !== null && here !== null) keepApart(there, here);
  }

  verdicts(): Verdicts {
    const blocks = [...new Set(this.blockOf.values())];
    const links: VerdictLink[] = [];
    const retracted = new Map<string, Retraction>();
    for (const block of blocks) {
      const [first = '', ...others] = [...block.members].sort(byText);
      for (const b of others) links.push({ a: first, b, verdict: 'together' });
      for (const enemy of block.apart) {
        const b = [...enemy.members].sort(byText)[0] ?? '';
        // Blocks hold whole groups together, so one pair keeps all of their members apart.
        if (first < b && first !== '') links.push({ a: first, b, verdict: 'apart' });
      }
      for (const id of block.members)
        if (block.retraction !== null) retracted.set(id, block.retraction);
    }
    return { links, retracted };
  }

  private of(mentionId: string): Block {
    return this.blockOf.get(mentionId) ?? this.found(mentionId);
  }

  private found(mentionId: string): Block {
    const block: Block = { members: new Set([mentionId]), apart: new Set(), retraction: null };
    this.blockOf.set(mentionId, block);
    return block;
  }
}

function keepApart(a: Block, b: Block): void {
  if (a === b) return;
  a.apart.add(b);
  b.apart.add(a);
}
