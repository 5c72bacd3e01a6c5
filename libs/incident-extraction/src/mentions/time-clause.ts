import { sayings } from '../attribution/lexicon.js';
import { OPENERS } from '../reading/subordinate.js';
import type { Frame } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Clause } from '../syntax/clauses.js';
import type { Token } from '../text/tokens.js';
import type { TimeExpression } from '../time/find-times.js';
import { WordList } from '../language/word-list.js';

/**
 * How the clause that a time stands in bears on what `triggers` tell:
 * - `told`: its verb is one of them, or it has one of them for subject, object or complement; or the day owns one
 * - `said`: its verb is one of saying, charging, deciding
 * - `other`: any other verb's
 */
export type TimeClause = 'told' | 'said' | 'other';

/** What courts, spokesmen and offices do about a happening, besides saying. */
const DOING =
  /^(?:charg|sentenc|convict|arraign|indict|plead|pled|announc|conced|swear|swor|identif|releas|decid|vot|meet|met|appear|testif|hear|arriv|visit|sign|appoint|elect|schedul|expect|plan|hold|held|face|fac|order|ask|urg|call|demand|deni|refus|warn|promis|vow|publish|issu|file|sue|book|reaffirm|reiterat|addresse|brief|post)(?:d|ed|es|s|ing|ies|ied|ying|n|orn)?$/;

/** What parts two clauses. */
const PARTED = new WordList(/^(?:[,;:"“”()]|that|but)$/);
const OPENING = new WordList(
  /^(?:on|in|of|at|last|late|early|since|until|by|before|after|from|around|about)$/,
);
/** How far behind its time the verb of a fronted one stands, in tokens. */
const FRONTED = 14;

/** See `TimeClause`; null where no verb can be said to govern the time. */
export function timeClause(
  reading: SentenceReading,
  time: TimeExpression,
  triggers: readonly number[],
): TimeClause | null {
  if (isBeside(reading, time, triggers)) return 'told';
  const clause = governorOf(reading, time);
  if (!clause) return null;
  const { verb, subject, object, complements } = clause;
  const within = (part: { readonly from: number; readonly to: number } | null): boolean =>
    part !== null && triggers.some((at) => at >= part.from && at < part.to);
  if (within(verb)) return 'told';
  const { tokens } = reading.sentence;
  const { low } = tokens[verb.main]!;
  const says = sayings.at(tokens, verb.main) !== null && !claimsLives(tokens, verb.main);
  if (says || DOING.test(low)) return 'said';
  // "was arrested on Monday in the killing": another happening's verb.
  if (reading.frames.some((frame) => frame.from >= verb.from && frame.from < verb.to))
    return 'other';
  const argued = within(subject) || within(object) || complements.some((c) => within(c.phrase));
  return argued ? 'told' : 'other';
}

/**
 * Whether a word of saying or of what offices do stands beside a time, in a sentence that tells of nothing and so is not
 * parsed: "met on Monday", "on Monday the president met".
 */
export function isSaidBeside(tokens: readonly Token[], { from, to }: TimeExpression): boolean {
  const says = (at: number): boolean =>
    at >= 0 && (DOING.test(tokens[at]!.low) || sayings.at(tokens, at) !== null);
  let before = from - 1;
  while (before >= 0 && OPENING.test(tokens[before]!.low)) before--;
  if (says(before)) return true;
  for (let at = to; at < Math.min(tokens.length, to + SUBJECT); at++) {
    if (tokens[at]!.kind === 'mark') return false;
    if (says(at)) return true;
  }
  return false;
}

/** How long a subject between a time and its verb is at most, in tokens. */
const SUBJECT = 5;

/** "claimed at least 217 lives": no one says anything. */
const claimsLives = (tokens: readonly Token[], at: number): boolean =>
  /^claim/.test(tokens[at]!.low) &&
  tokens.slice(at, at + LIVES_REACH).some(({ low }) => /^(?:life|lives|victims?)$/.test(low));

/** How far behind "claimed" its lives stand, in tokens. */
const LIVES_REACH = 6;

/** Whether a day is that of what one of `triggers` tells, and of no other verb's: beside it, with it, or with what it is the subject of. */
export function isOwnDay(
  reading: SentenceReading,
  time: TimeExpression,
  triggers: readonly number[],
): boolean {
  if (isBeside(reading, time, triggers)) return true;
  const clause = governorOf(reading, time);
  const has = (part: { readonly from: number; readonly to: number } | null): boolean =>
    part !== null && triggers.some((at) => at >= part.from && at < part.to);
  if (!clause) return false;
  if (has(clause.subject)) return true;
  // "arrested in the shooting of two men on Sunday": what stands nearer to the day has it.
  const arrests = reading.frames.some((frame) => triggers.includes(frame.from) && isArrest(frame));
  const nearer = reading.frames.some(
    (frame) =>
      isArrest(frame) !== arrests && frame.from >= clause.verb.to && frame.from < time.from,
  );
  return has(clause.verb) && !nearer;
}

const isArrest = ({ trigger }: Frame): boolean => trigger.sense.group === 'arrest';

/** "Monday's bombing", "the bombing on Monday": the day is the event's own. */
export function isBeside(
  { sentence: { tokens } }: SentenceReading,
  { from, to }: TimeExpression,
  triggers: readonly number[],
): boolean {
  const opening = /^(?:on|in|of|at|last|late|early)$/.test(tokens[from - 1]?.low ?? '') ? 1 : 0;
  const owner = tokens[to]?.low === "'s" ? 4 : 1;
  return triggers.some(
    (at) => (at < from && from - opening - at <= 2) || (at >= to && at - to < owner),
  );
}

/**
 * The clause whose verb a time stands with: right before it ("X today said"), behind it with nothing that parts
 * them, or in front of it ("On Monday two men were shot").
 */
export function governorOf(
  { sentence: { tokens }, syntax: { clauses } }: SentenceReading,
  { from, to }: Pick<TimeExpression, 'from' | 'to'>,
): Clause | null {
  const next = clauses.find(({ verb }) => verb.from >= to);
  // "Cyprus on Saturday strongly condemned".
  const adverb = tokens[to]?.low.endsWith('ly') ? 1 : 0;
  const before = clauses.findLast(({ verb }) => verb.to <= from);
  if (next && next.verb.from - to <= adverb) {
    // "The man who was killed on Saturday has been named".
    const relative = before && RELATIVE.test(tokens[before.verb.from - 1]?.low ?? '');
    if (!relative || isParted(tokens, before.verb.to, from)) return next;
  }
  if (before && !isParted(tokens, before.verb.to, from)) return before;
  let front = from - 1;
  while (front >= 0 && OPENING.test(tokens[front]!.low)) front--;
  const fronted =
    front < 0 || parts(tokens[front]!) || /^(?:and|--?|–|—|\])$/.test(tokens[front]!.low);
  return fronted && next && next.verb.from - to <= FRONTED ? next : null;
}

const RELATIVE = /^(?:who|which|that)$/;

const parts = ({ low }: Token): boolean => PARTED.test(low) || OPENERS.test(low);

/** Whether something stands between two tokens that ends a clause. */
function isParted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (parts(tokens[at]!) && !OPENING.test(tokens[at]!.low)) return true;
  return false;
}

const WHEN = /^(?:since|after|before|until)$/;

/**
 * Index of the word that opens the adverbial clause of time in which a time stands and none of `triggers` does ("has
 * been besieged since the offensive began on Monday"); null in any other clause.
 */
export function openerBefore(
  { sentence: { tokens } }: SentenceReading,
  { from, to }: Pick<TimeExpression, 'from' | 'to'>,
  triggers: readonly number[],
): number | null {
  if (triggers.some((at) => at >= to)) return null;
  const start = Math.max(-1, ...triggers);
  // "after Monday" tells when, not what else was.
  for (let at = from - 2; at > start && start >= 0; at--) {
    const { low } = tokens[at]!;
    if (OPENERS.test(low)) return WHEN.test(low) ? at : null;
  }
  return null;
}
