import { WordList } from '../language/word-list.js';
import { daysBetween } from '../time/calendar.js';
import { governorOf, timeClause } from './time-clause.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import type { TimeSighting } from './time-features.js';

/** What an article's times say of one day. */
export interface Day {
  vote: number;
  best: number;
  /** Where the draft's own sentences name it. */
  readonly own: TimeSighting[];
  /** No more is told of it than that it was spoken of. */
  said: boolean;
  /** One of the draft's own sentences says more than that it was spoken of then, or that a thing is of then. */
  told: boolean;
  sighting: TimeSighting;
}

/**
 * What is said, and who dies of it, comes after what was done: where no more than that is told of a day, one before it that
 * the article tells firmly goes before it. A page that was written on after its day of publication tells of the weekday
 * after that, which is not the one of six days before.
 *
 * @param days all that may date the draft, `top` among them
 * @param least the vote, as a logarithm, from which on a day is told firmly
 */
export function deedBefore(top: Day, days: readonly Day[], published: string, least: number): Day {
  if (!isAfterwards(top)) return top;
  const earlier = days.filter((day) => {
    const { time } = day.sighting;
    // "Overnight" is counted to its eve, and told of what was done at two in the morning.
    if (time.unit !== 'day' || time.part === 'overnight') return false;
    if (Math.log(day.vote) < (day.told ? OWN_LEAST : least)) return false;
    const gap = daysBetween(time.start, top.sighting.time.start);
    const fits =
      gap === DAY_BEFORE_LAST_WEEK
        ? daysBetween(time.start, published) === 0
        : gap > 0 && gap <= AFTERMATH_DAYS;
    return fits && !isAfterwards(day);
  });
  return best(earlier) ?? top;
}

/** The least vote, as a logarithm, of a day that the draft's own sentences tell. */
const OWN_LEAST = 0;

/** From publication to the last of the weekday after its own, in days. */
const DAY_BEFORE_LAST_WEEK = -6;

/** How long after a deed the news still speaks of it and of who died of it, in days. */
const AFTERMATH_DAYS = 30;

/** Whether the draft's own sentences tell of a day as of what follows a deed: what is said or done about it, or who died. */
const isAfterwards = ({ own }: Day): boolean =>
  own.length > 0 &&
  own.every(
    (each) => isOfDeath(each) || (each.time.clock === null && (isSaid(each) || isAbout(each))),
  );

/**
 * Whether the draft's own sentences only mention a deed that is known ("reaffirmed on Monday its will to look into the
 * attack") on a day: it was then or before.
 */
export const isMentionedThen = ({ own }: Day): boolean => own.length > 0 && own.every(isMention);

function isMention(sighting: TimeSighting): boolean {
  const { reading, time, triggers, standing } = sighting;
  if (standing !== 'own' || triggers.length === 0 || time.clock !== null) return false;
  if (!triggers.every((at) => isKnown(reading, at))) return false;
  const clause = timeClause(reading, time, triggers);
  return clause === 'said' || (clause === 'other' && time.to <= Math.min(...triggers));
}

/** "The attack", "those bombings": one that was told of before, or is known to all. */
function isKnown({ frames, sentence, syntax }: SentenceReading, at: number): boolean {
  const frame = frames.find(({ from }) => from === at);
  const phrase = frame?.trigger.form === 'noun' ? phraseAround(syntax.phrases, at) : null;
  return phrase !== null && DEFINITE.test(sentence.tokens[phrase.from]!.low);
}

const DEFINITE = /^(?:the|that|this|those|these|his|her|their)$/;

/** "said on Monday": the day of the act of speaking, or of the court's, alone dates no event. */
export const isSaid = ({ reading, time, triggers, standing }: TimeSighting): boolean =>
  standing === 'own' && timeClause(reading, time, triggers) === 'said';

/** "died Sunday from injuries sustained in Friday's attack", "succumbed to his wounds Tuesday". */
function isOfDeath({ reading, time, standing }: TimeSighting): boolean {
  if (standing !== 'own') return false;
  const verb = governorOf(reading, time)?.verb;
  const { tokens } = reading.sentence;
  return verb !== undefined && DYING.test(tokens[verb.main]!.low);
}

const DYING = new WordList(/^(?:die|dies|died|succumbed|succumbs|pronounced|declared|passed)$/);

/** The day of most votes, of equals the first; null of none. */
export function best(days: readonly Day[]): Day | null {
  let top: Day | null = null;
  for (const day of days) if (!top || day.vote > top.vote) top = day;
  return top;
}

/**
 * "gathered Tuesday to pray for a girl who was shot", "wrapped up on Monday talks about the bombing": the day is that of what
 * is done about someone or something, of whom the deed is only told besides.
 */
function isAbout({ reading, time, triggers, standing }: TimeSighting): boolean {
  if (standing !== 'own' || triggers.length === 0) return false;
  if (timeClause(reading, time, triggers) !== 'other') return false;
  const { tokens } = reading.sentence;
  const first = Math.min(...triggers);
  if (first < time.to) return false;
  return tokens.slice(time.to, first).some(({ low }) => ABOUT.test(low));
}

const ABOUT = new WordList(
  /^(?:who|whose|which|where|about|into|over|regarding|concerning|investigat(?:e|es|ing|ion)|pray(?:ers?)?|support|charges?|suspects?|suspected|accused|connection)$/,
);
