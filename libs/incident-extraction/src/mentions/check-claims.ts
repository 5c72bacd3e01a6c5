import type { Mention } from '@tocsin/contracts';

/** A mention whose every claim is really in the text, and how many claims were not. */
export interface CheckedMention {
  readonly mention: Mention;
  readonly dropped: number;
}

/**
 * The last guard before a mention leaves: a claim whose quote differs from the text at its offsets is
 * dropped and counted, and the indexes of the fields that it supported are renumbered.
 */
export function checkClaims(mention: Mention, text: string): CheckedMention {
  const renumbered = new Map<number, number>();
  const claims = mention.claims.filter((claim, index) => {
    const true_ = claim.end > claim.start && text.slice(claim.start, claim.end) === claim.quote;
    if (true_) renumbered.set(index, renumbered.size);
    return true_;
  });
  const dropped = mention.claims.length - claims.length;
  if (dropped === 0) return { mention, dropped };
  return { mention: { ...(renumber(mention, renumbered) as Mention), claims }, dropped };
}

/** Rewrites every `claims: number[]` below a value. */
function renumber(value: unknown, numbers: ReadonlyMap<number, number>): unknown {
  if (Array.isArray(value)) return value.map((item) => renumber(item, numbers));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const indexes = key === 'claims' && Array.isArray(item) && typeof item[0] === 'number';
      if (!indexes) return [key, renumber(item, numbers)];
      return [key, (item as number[]).flatMap((index) => numbers.get(index) ?? [])];
    }),
  );
}
