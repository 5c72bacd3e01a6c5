import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Clause } from '../syntax/clauses.js';
import type { Token } from '../text/tokens.js';
import type { TimeExpression } from '../time/find-times.js';
import { governorOf, isBeside, openerBefore } from './time-clause.js';
import { WordList } from '../language/word-list.js';

/** What is done about an event, or told of it, on another day than its own. */
const REACTING = new WordList(
  /^(?:condemn|denounc|deplor|decr(?:y|ied)|protest|mourn|lament|remember|commemorat|honou?r|celebrat|observ|discuss|visit|vow|pledg|prais|applaud|welcom|apologi[sz]|demand|criticiz|criticis|blam|accus|testif|plead|pray|grie|react|thank|prais|urg)(?:e?d|e?s|ies|ied|ing|)?$/,
);
/** What is done on a feast, and what its name ends with. */
const KEEPING = new WordList(/^(?:celebrat|commemorat|observ|honou?r|mark)(?:e?d|e?s|ing)?$/);
const FEAST = /^(?:day|eve|christmas|easter|thanksgiving|halloween)$/;
/** Forms of such verbs that no ending makes. */
const ABOUT = new WordList(/^(?:for|to|against|over|of)$/);
const MET = new WordList(/^(?:met|meets?|meeting|paid|pays|wept|weeps)$/);
/** What is held for the dead, or on what was done: subjects of "was held". */
const GATHERINGS = new WordList(
  /^(?:services?|vigils?|funerals?|ceremon(?:y|ies)|mass|memorials?|procession|wake|hearings?|trial|conference|prayers?|tribute|anniversary)$/,
);

/** What is felt and written about what was done, and verbs for it. */
const MESSAGES = new WordList(
  /^(?:telegrams?|condolences|solidarity|sympath(?:y|ies)|sorrow|outrage|grief|concern|dismay|horror|regret)$/,
);
const SENT = new WordList(
  /^(?:sent|sends?|sending|express(?:ed|es|ing)?|convey(?:ed|s|ing)?|offer(?:ed|s|ing)?|voic(?:ed|es|ing)|extend(?:ed|s|ing)?)$/,
);

/** What the accused are brought to. */
const COURT = new WordList(/^(?:appearances?|arraignments?|hearings?)$/);
const GOING = new WordList(
  /^(?:head(?:s|ed|ing)?|go|goes|going|went|return(?:s|ed)?|came|comes?)$/,
);
const TRIAL = /^(?:trial|court|courtroom)$/;
const complementsOf = ({ complements }: Clause): number[] =>
  complements.map(({ phrase }) => phrase.head);

/** What an act is done about: the day behind it is that of its motive. */
const MOTIVES = /^(?:retaliation|revenge|reprisals?|reaction|memory|honou?r)$/;

/** A day that stands inside the name of a thing: "the Christmas market". */
const HOLIDAY = /^(?:christmas|easter|thanksgiving|halloween|ramadan)$/;
/** What leaves a holiday a day. */
const STILL_A_DAY =
  /^(?:day|eve|night|morning|afternoon|evening|weekend|week|holidays?|sunday|monday)$/;

/** What parts two clauses. */
const PARTED = new WordList(
  /^(?:[,;:"“”]|that|who|which|when|while|after|before|where|because|as|but)$/,
);

/**
 * Whether a time of a sentence dates something else than what `triggers` (token positions) tell: it stands
 * beside a verb of reacting whose object the event is ("condemned Thursday the attack"), with a gathering for
 * the dead, behind a motive, in a name, or says as of when figures hold.
 */
export function isElsewhere(
  reading: SentenceReading,
  time: TimeExpression,
  triggers: readonly number[],
): boolean {
  return (
    isOfFigures(reading, time) ||
    isToCome(reading, time, triggers) ||
    isSpent(reading, time, triggers) ||
    isLapse(reading, time) ||
    isReckoned(reading, time) ||
    isOfPicture(reading, time) ||
    isOfState(reading, time) ||
    isName(reading, time) ||
    isMotive(reading, time, triggers) ||
    isAnnounced(reading, time, triggers) ||
    isOwned(reading, time, triggers) ||
    isOfBeginning(reading, time, triggers) ||
    isSinceThen(reading, time, triggers) ||
    (!isBeside(reading, time, triggers) && isReaction(reading, time, triggers))
  );
}

/** "who will be buried today": what is still to come has another day than what was done. */
function isToCome(
  reading: SentenceReading,
  time: TimeExpression,
  triggers: readonly number[],
): boolean {
  const { tokens } = reading.sentence;
  if (tokens[time.from]!.low === 'tomorrow') return true;
  // Sentences that tell of nothing are not parsed.
  if (reading.syntax.clauses.length === 0) return isBehindWill(tokens, time.from);
  const verb = governorOf(reading, time)?.verb;
  if (!verb || triggers.some((at) => at >= verb.from && at < verb.to)) return false;
  return WILL.test(tokens[verb.from]!.low);
}

/** "will be held from noon to 8 p.m. Monday": in the same clause. */
function isBehindWill(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= WILL_REACH && tokens[at]!.kind !== 'mark'; at--)
    if (WILL.test(tokens[at]!.low)) return true;
  return false;
}

/** How far before its day "will" stands, in tokens. */
const WILL_REACH = 8;

const WILL = new WordList(/^(?:will|shall|'ll)$/);

/** "spent Christmas in jail for shooting his cousin": a day that someone passes. */
const isSpent = (
  { sentence: { tokens } }: SentenceReading,
  { from, to }: TimeExpression,
  triggers: readonly number[],
): boolean => SPENDING.test(tokens[from - 1]?.low ?? '') && !triggers.includes(to);

const SPENDING = new WordList(/^(?:spend|spends|spent|spending)$/);

/** "over an hour later": what went by within a day gives none. */
const isLapse = ({ sentence: { tokens } }: SentenceReading, { to }: TimeExpression): boolean =>
  /^(?:later|afterwards?)$/.test(tokens[to - 1]!.low) && LAPSE.test(tokens[to - 2]?.low ?? '');

/** "the day before they met", "the day after the vote": reckoned from what else was. */
const isReckoned = (
  { sentence: { tokens } }: SentenceReading,
  { from, to }: TimeExpression,
): boolean =>
  to - from === 2 &&
  tokens[from]!.low === 'the' &&
  tokens[from + 1]!.low === 'day' &&
  /^(?:before|after|that|when|of)$/.test(tokens[to]?.low ?? '');

/** "In this Wednesday, Dec. 5, 2012 photo": when a picture was taken. */
const isOfPicture = (
  { sentence: { tokens } }: SentenceReading,
  { from, to }: TimeExpression,
): boolean =>
  PICTURE.test(tokens[tokens[to]?.low === 'file' ? to + 1 : to]?.low ?? '') &&
  tokens.slice(Math.max(0, from - 1), from + 1).some(({ low }) => low === 'this');

const PICTURE = /^(?:photo|photograph|picture|image|frame)$/;

const LAPSE = /^(?:hours?|minutes?|seconds?|moments?)$/;

/** "as of Monday". */
const isOfFigures = (
  { sentence: { tokens } }: SentenceReading,
  { from }: TimeExpression,
): boolean => tokens[from - 1]?.low === 'of' && tokens[from - 2]?.low === 'as';

/**
 * "was in critical condition on Wednesday", "is recovering Monday after being shot", "were still under arrest today":
 * how someone is then.
 */
function isOfState(
  { sentence: { tokens } }: SentenceReading,
  { from, to }: TimeExpression,
): boolean {
  let at = from - 1;
  while (at > 0 && /^(?:on|early|late|as|of)$/.test(tokens[at]!.low)) at--;
  // "was hospitalized Wednesday night after he shot himself": one followed the other at once.
  const brought = /^hospitali[sz]ed$/.test(tokens[at]?.low ?? '');
  if (brought && !LASTS.test(tokens[at - 1]?.low ?? '') && isFollowing(tokens, to)) return false;
  for (let i = from - 1; i >= Math.max(0, from - STATE_REACH) && tokens[i]!.kind !== 'mark'; i--)
    if (LASTS.test(tokens[i]!.low)) return true;
  return /^(?:condition|recovering|hospitali[sz]ed|stable|survive|recover)$/.test(
    tokens[at]?.low ?? '',
  );
}

/** "after", "when" behind a day, in the same clause. */
function isFollowing(tokens: readonly Token[], to: number): boolean {
  for (let i = to; i < Math.min(tokens.length, to + THEN_REACH); i++) {
    if (THEN.test(tokens[i]!.low)) return true;
    if (tokens[i]!.kind === 'mark') return false;
  }
  return false;
}

const THEN = new WordList(/^(?:after|when|following)$/);
/** How far behind the day of "hospitalized" stands what it followed at once, in tokens. */
const THEN_REACH = 10;
const LASTS = new WordList(/^(?:still|remains?|remained|remaining)$/);
/** How far before a day "still" and the like say so, in tokens. */
const STATE_REACH = 8;

function isName({ sentence: { tokens }, syntax }: SentenceReading, time: TimeExpression): boolean {
  // "the 19 April Movement".
  if (/^(?:movement|brigades?|front|commando)$/.test(tokens[time.to]?.low ?? '')) return true;
  if (!HOLIDAY.test(tokens[time.to - 1]!.low)) return false;
  return syntax.pos[time.to] === 'NOUN' && !STILL_A_DAY.test(tokens[time.to]!.low);
}

/**
 * "attacked the post in retaliation for air strikes last week", "a revenge attack for a raid on Monday": of
 * what is told before "for" nothing is said.
 */
export function isMotive(
  { sentence: { tokens } }: SentenceReading,
  { from }: Pick<TimeExpression, 'from'>,
  triggers: readonly number[],
): boolean {
  let about = -1;
  for (let at = from - 1; at >= 0 && from - at < MOTIVE_REACH; at--) {
    const { low } = tokens[at]!;
    if (low === ',' || low === ';') return false;
    if (ABOUT.test(low)) about = at;
    if (about > 0 && MOTIVES.test(low)) return triggers.some((trigger) => trigger < about);
  }
  return false;
}

/** How far behind a motive's word its day stands, in tokens. */
const MOTIVE_REACH = 16;

/**
 * "the arrest announced today", "details of the slaying emerged on Sunday": a day right behind what is done to news is
 * that of the news.
 */
function isAnnounced(
  { sentence: { tokens } }: SentenceReading,
  { from }: TimeExpression,
  triggers: readonly number[],
): boolean {
  let at = from - 1;
  while (at > 0 && /^(?:on|late|early)$/.test(tokens[at]!.low)) at--;
  return at > 0 && NEWS.test(tokens[at]!.low) && triggers.some((each) => each < at);
}

/** What becomes of news. */
const NEWS = new WordList(
  /^(?:announced|revealed|disclosed|published|released|emerged|surfaced|unveiled)$/,
);

/** What stands for whatever is told, by no word of its own. */
const REFERRING =
  /^(?:incidents?|events?|violence|tragedy|attacks?|episode|death|deaths|case|crime|ordeal|scene)$/;

/** "arrested over Friday's march": a day that owns a phrase is that phrase's. */
function isOwned(
  { sentence: { tokens }, syntax: { phrases } }: SentenceReading,
  { to }: TimeExpression,
  triggers: readonly number[],
): boolean {
  if (tokens[to]?.low !== "'s" || triggers.length === 0) return false;
  const phrase = phrases.find(({ from }) => from > to);
  if (!phrase || phrase.from - to > 1) return false;
  const own = triggers.some((at) => at >= phrase.from && at < phrase.to);
  return !own && !REFERRING.test(tokens[phrase.head]!.low);
}

/**
 * "has been under fire since the offensive began on Monday", "a week after fighting broke out on Monday": the day
 * is when something before began.
 */
function isOfBeginning(
  reading: SentenceReading,
  time: TimeExpression,
  triggers: readonly number[],
): boolean {
  const { tokens } = reading.sentence;
  const opener = openerBefore(reading, time, triggers);
  if (opener === null || !LASTING.test(tokens[opener]!.low)) return false;
  const since = tokens[opener]!.low === 'since';
  // "8 days after taking office on 1 June"
  if (!since) return LONG.test(tokens[opener - 1]?.low ?? '');
  return reading.syntax.clauses.some(({ verb }) => verb.from > opener && verb.to <= time.from);
}

const LASTING = /^(?:since|after)$/;
const LONG = /^(?:days?|weeks?|months?|years?)$/;

/** "spoke on Monday of the curfews that have been declared": what has been done by then was not done then. */
function isSinceThen(
  reading: SentenceReading,
  time: TimeExpression,
  triggers: readonly number[],
): boolean {
  const { tokens } = reading.sentence;
  return (
    triggers.length > 0 &&
    triggers.every((at) => {
      const clause = reading.syntax.clauses.find(({ verb }) => at >= verb.from && at < verb.to);
      if (!clause || !/^(?:has|have)$/.test(tokens[clause.verb.from]!.low)) return false;
      if (!/^(?:that|which|who)$/.test(tokens[clause.verb.from - 1]?.low ?? '')) return false;
      return time.to < clause.verb.from;
    })
  );
}

function isReaction(
  reading: SentenceReading,
  time: TimeExpression,
  triggers: readonly number[],
): boolean {
  const { tokens } = reading.sentence;
  // "a Sunday night memorial service".
  const gathering = (at: number): boolean =>
    GATHERINGS.test(tokens[at]?.low ?? '') && !triggers.includes(at);
  const { pos } = reading.syntax;
  for (let at = time.to; at - time.to < NAMED && pos[at] !== 'ADP' && pos[at] !== 'VERB'; at++)
    if (gathering(at)) return true;
  const clause = clauseOf(reading, time);
  if (!clause || triggers.some((at) => at >= clause.verb.from && at < clause.verb.to)) return false;
  const { low } = tokens[clause.verb.main]!;
  // "a crowd celebrating Bastille Day": what is kept is the day itself.
  if (KEEPING.test(low) && FEAST.test(tokens[time.to - 1]!.low)) return false;
  if (REACTING.test(low) || MET.test(low)) return true;
  // "made her first court appearance Thursday"
  if (COURT.test(tokens[clause.object?.head ?? -1]?.low ?? '')) return true;
  // "is headed to trial on Wednesday"
  if (GOING.test(low) && complementsOf(clause).some((head) => TRIAL.test(tokens[head]!.low)))
    return true;
  // "sent a telegram yesterday over the death"
  if (SENT.test(low) && MESSAGES.test(tokens[clause.object?.head ?? -1]?.low ?? '')) return true;
  return gathering(clause.subject?.head ?? -1);
}

/** How far behind a day what is named by it can stand, in tokens: "Sunday's open-air service". */
const NAMED = 4;

/** The clause whose verb a time stands with: right before it, or the last one behind which it stands. */
function clauseOf(
  { sentence: { tokens }, syntax: { clauses } }: SentenceReading,
  { from, to }: TimeExpression,
): Clause | null {
  const next = clauses.find(({ verb }) => verb.from === to);
  if (next) return next;
  const before = clauses.findLast(({ verb }) => verb.to <= from);
  if (!before) return null;
  const parted = tokens.slice(before.verb.to, from).some(({ low }) => PARTED.test(low));
  return parted ? null : before;
}
