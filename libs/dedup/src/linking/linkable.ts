import type { Keyword, Mention } from '@tocsin/contracts';

/** What a mention tells, without the claims that say so. */
export type Told = Omit<Mention, 'claims'>;

/** What two mentions are compared by. */
export interface ComparableMention {
  readonly articleId: string;
  /** Day of the article's publication, else of its fetch: days since the epoch. */
  readonly articleDay: number;
  /** The words that tell the article from others, heaviest first. */
  readonly keywords: readonly Keyword[];
  readonly mention: Told;
}

/** A mention with what linking needs of its article. */
export interface LinkableMention extends ComparableMention {
  readonly mention: Mention;
}

/**
 * What a mention may do in a group:
 * - `anchor`: says the place and the day; founds incidents and joins groups together;
 * - `coarse`: vague in place or time; founds an incident where no anchor fits, and never joins two groups, or
 *   "violence in Kazakhstan" would make one incident of all that happened there;
 * - `follower`: background and what did not happen; attaches to a group, founds none;
 * - `apart`: aggregates; never linked by likeness, so that a running total enters no incident's toll.
 */
export type Tier = 'anchor' | 'coarse' | 'follower' | 'apart';

const REALIS_THAT_FOUNDS = new Set(['actual', 'attempted']);

export function tierOf(mention: Told): Tier {
  if (mention.kind === 'aggregate') return 'apart';
  if (mention.background || !REALIS_THAT_FOUNDS.has(mention.realis)) return 'follower';
  return isPrecise(mention) ? 'anchor' : 'coarse';
}

function isPrecise({ where, when }: Told): boolean {
  const town = where.latitude !== null && where.longitude !== null && where.geoPrecision === 1;
  return town && when.start !== null && (when.datePrecision ?? 5) <= 2;
}
