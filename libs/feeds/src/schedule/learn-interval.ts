import { changesIn, polledRate, publishedRate, type PollObservation } from './change-rate.js';
import { inWords } from './in-words.js';
import { afterSkipped } from './skipped.js';

/** What is known of when a feed changes. Of each the newest 50 are enough. */
export interface ChangeHistory {
  /** Oldest first. */
  readonly polls: readonly PollObservation[];
  /** Publication times of the entries in the feed, milliseconds since the epoch, in any order. */
  readonly published: readonly number[];
}

/** What the feed and its server ask for; null and absent are the same. */
export interface IntervalHints {
  /** RSS `ttl`. */
  readonly ttlMs?: number | null;
  /** `syn:updatePeriod` over `syn:updateFrequency`. */
  readonly updatePeriodMs?: number | null;
  /** As `freshnessMs` reads it. */
  readonly cacheFreshMs?: number | null;
  /** Hours of the day in UTC, 0 to 23 (RSS `skipHours`). */
  readonly skipHours?: readonly number[];
  /** Days of the week in UTC, Sunday 0 (RSS `skipDays`). */
  readonly skipDays?: readonly number[];
}

/** Between which bounds the interval is learned, in milliseconds. */
export interface IntervalBounds {
  readonly minMs: number;
  readonly maxMs: number;
}

/** When to poll next, and what decided it, as one phrase for people. */
export interface LearnedInterval {
  readonly intervalMs: number;
  readonly why: string;
}

/** Before anything is known. */
const FIRST_MS = 3_600_000;
/** What one poll may cost: a poll is worth it when it spares an entry five minutes of waiting. */
const DELAY_PER_POLL_MS = 300_000;
/** Polls for one expected change, at most. */
const MAX_POLLS_PER_CHANGE = 12;
/** A silence of more than two usual gaps has but 14 % of chance: the feed has become slower. */
const GAPS_OF_SILENCE = 2;
/** Polls from which on our own observation corrects the dates that a feed names. */
const ENOUGH_POLLS = 8;
/** How far the dates may be off before it does. */
const TOLERANCE = 3;

interface Rate {
  readonly perMs: number;
  readonly why: string;
}

const gapOf = (perMs: number) => inWords(1 / perMs);

function estimate({ polls, published }: ChangeHistory, nowMs: number): Rate | null {
  const changes = changesIn(published, nowMs);
  const byDates = publishedRate(changes, nowMs);
  const byPolls = polledRate(polls);
  if (byDates === null && byPolls === null) return null;
  const seen = byPolls ?? 0;
  if (byDates === null) return { perMs: seen, why: `polls saw a change every ${gapOf(seen)}` };
  const perMs =
    polls.length < ENOUGH_POLLS
      ? byDates
      : Math.min(Math.max(byDates, seen / TOLERANCE), seen * TOLERANCE);
  if (perMs === byDates) return { perMs, why: `publishes every ${gapOf(perMs)}` };
  return { perMs, why: `changes every ${gapOf(perMs)}, whatever its dates say` };
}

/** When the feed last changed, or the latest time from which on we know that it did not. */
function lastChange({ polls, published }: ChangeHistory, nowMs: number): number {
  const [first, ...later] = polls;
  const seen = later.findLast(({ fresh }) => fresh > 0);
  if (seen) return seen.atMs;
  return Math.min(first?.atMs ?? nowMs, changesIn(published, nowMs).at(-1) ?? nowMs);
}

/** The estimate, brought down by a silence that it does not expect. */
function presentRate(history: ChangeHistory, nowMs: number): Rate | null {
  const rate = estimate(history, nowMs);
  const silence = Math.max(1, nowMs - lastChange(history, nowMs));
  if (!rate) return null;
  // Nothing at all was seen: half a change in all that time is the least biased guess.
  if (rate.perMs === 0) return { perMs: 0.5 / silence, why: `nothing new for ${inWords(silence)}` };
  const quiet = GAPS_OF_SILENCE / silence;
  return rate.perMs <= quiet
    ? rate
    : { perMs: quiet, why: `${rate.why}, but nothing new for ${inWords(silence)}` };
}

/**
 * Polls r changes per time at intervals I cost 1/I polls and leave entries waiting for I/2 each, r·I/2
 * in all: the sum is least at I = √(2c/r), c being the waiting that a poll is worth. So a feed that
 * publishes four times as often is polled twice as often. Rare changes get no more than a few polls each.
 */
const bestInterval = (perMs: number) =>
  Math.max(Math.sqrt((2 * DELAY_PER_POLL_MS) / perMs), 1 / (MAX_POLLS_PER_CHANGE * perMs));

/** The longest of what was asked for, which is never undercut. */
function asked(hints: IntervalHints): { readonly ms: number; readonly who: string } {
  const wishes = [
    { ms: hints.ttlMs ?? 0, who: 'its ttl' },
    { ms: hints.updatePeriodMs ?? 0, who: 'its update period' },
    { ms: hints.cacheFreshMs ?? 0, who: 'its Cache-Control' },
  ].filter(({ ms }) => Number.isFinite(ms) && ms > 0);
  return wishes.reduce((a, b) => (b.ms > a.ms ? b : a), { ms: 0, who: '' });
}

/**
 * How long to wait before a feed is polled again: learned from its own publication times and from what
 * earlier polls saw, never sooner than the feed or its server asks for, not in hours that it skips,
 * and always within the bounds.
 *
 * @param nowMs milliseconds since the epoch, the time of the last poll
 */
export function learnInterval(
  history: ChangeHistory,
  hints: IntervalHints,
  { minMs, maxMs }: IntervalBounds,
  nowMs: number,
): LearnedInterval {
  const rate = presentRate(history, nowMs);
  const learnedMs = rate ? bestInterval(rate.perMs) : FIRST_MS;
  const reasons = [rate?.why ?? 'nothing is known yet'];
  const wish = asked(hints);
  if (wish.ms > learnedMs) reasons.push(`${wish.who} asks for ${inWords(wish.ms)}`);
  const bounded = Math.min(maxMs, Math.max(minMs, learnedMs, wish.ms));
  const next = afterSkipped(nowMs + bounded, hints.skipHours ?? [], hints.skipDays ?? []);
  if (next > nowMs + bounded) reasons.push('it skips these hours');
  return { intervalMs: Math.round(Math.min(maxMs, next - nowMs)), why: reasons.join('; ') };
}
