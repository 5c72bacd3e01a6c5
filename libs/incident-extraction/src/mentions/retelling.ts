import { type RetellingKind, retellingWords } from '../lexicon/retelling.js';
import type { Document } from '../text/document.js';
import { daysBetween } from '../time/calendar.js';
import type { Draft, EventClass, Piece } from './draft.js';

/** Title and first sentence: what an article is about. */
const LEAD = 1;
/** What is older than this at publication, in days, is retold, whatever the article is about. */
const OLD = 30;
/** Until then courts, vigils and rewards are part of the news. */
const FRESH = 7;

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

/** What an article's beginning shows of its being a follow-up. */
export function leadKinds({ sentences }: Document): ReadonlySet<RetellingKind> {
  const lead = sentences.filter(({ index, part }) => index <= LEAD && part !== 'caption');
  return new Set(lead.flatMap(({ tokens }) => retellingWords.findAll(tokens).map((m) => m.value)));
}

/**
 * Whether an article that follows up ("sentenced for", "ten years after") only retells a draft: it happened more
 * than a week before publication, or no day is told and a trial or an anniversary is what the article reports.
 */
export function isRetold(
  { published }: Document,
  draft: Draft,
  time: Piece | null,
  lead: ReadonlySet<RetellingKind>,
): boolean {
  if (!PASSING.has(draft.eventClass)) return false;
  const end = time?.time?.end;
  if (!published || !end) return lead.has('trial') || lead.has('past');
  const age = daysBetween(end, published);
  if (age > OLD) return true;
  const follows = (['trial', 'court', 'past', 'memory'] as const).some((kind) => lead.has(kind));
  return follows && age > FRESH;
}

/** A death of old age or illness is no incident. */
export function isNatural({ pieces }: Draft): boolean {
  return (
    pieces.every(({ frames }) => frames.every(({ trigger }) => trigger.sense.group === 'harm')) &&
    pieces.some(({ reading: { sentence } }) =>
      retellingWords.findAll(sentence.tokens).some(({ value }) => value === 'natural'),
    )
  );
}
