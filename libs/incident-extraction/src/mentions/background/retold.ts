import type { RetellingKind } from '../../lexicon/retelling.js';
import type { Draft, EventClass, Piece } from '../draft.js';
import { isOlder } from './ages.js';

/** Deeds and mishaps; what states decide may hold for long. */
const PASSING: ReadonlySet<EventClass> = new Set([
  'force',
  'battle',
  'abduction',
  'protest',
  'territory',
  'arrest',
  'accident',
  'disaster',
  'weapons',
]);

/** What shows that an article follows up on something that it may still report. */
const FOLLOWING: readonly RetellingKind[] = ['trial', 'court', 'past', 'memory'];

/**
 * Whether an article that follows up ("sentenced for", "ten years after") only retells a draft: it happened more
 * than a week before publication, or no day is told and a trial or an anniversary is what the article reports. What
 * is older than a month is retold whatever the article is about.
 */
export function isRetold(
  { eventClass }: Draft,
  time: Piece | null,
  lead: ReadonlySet<RetellingKind>,
  published: string | null,
): boolean {
  if (!PASSING.has(eventClass)) return false;
  const day = time?.time?.end;
  if (!published || !day) return lead.has('trial') || lead.has('past');
  const follows = FOLLOWING.some((kind) => lead.has(kind));
  return isOlder(day, published, follows ? 'followedUp' : 'news');
}
