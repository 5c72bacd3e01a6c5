import {
  figurative,
  firearms,
  forces,
  gathered,
  signals,
  smallRefusals,
  territory,
  workplaces,
} from '../lexicon/recall.js';
import { BE } from '../language/function-words.js';
import type { Trigger } from '../lexicon/triggers.js';
import { collectives } from '../lexicon/wants.js';
import type { Person } from '../people/person.js';
import { WordList } from '../language/word-list.js';
import { phraseFrom } from '../syntax/phrase-lookup.js';
import type { FrameContext, Roles, TokenSpan } from './frames.js';

type Test = (context: FrameContext, at: TokenSpan, trigger: Trigger, roles: Roles) => boolean;

const HELD: Test = isControlOfThing;
/** What tells that a word has another meaning here, by the sense that it would have. */
const TESTS: Readonly<Record<string, readonly Test[]>> = {
  capture: [HELD],
  regain: [HELD],
  'hand-over-territory': [HELD],
  deploy: [sendsNoForces],
  protest: [isNoProtest],
  reject: [refusesToSay],
  riot: [isOneMans, isCall],
  attack: [isSearch],
  explosion: [isSignal],
  bombing: [isSignal],
  stab: [isReduction],
  arrest: [isNotice],
  defuse: [isNaming],
  shoot: [isSportOrPicture],
  execute: [isCarryingOut],
  agree: [isBusiness],
};

/** Groups of deeds that are said of people in a manner of speaking as well. */
const FIGURATIVE: ReadonlySet<string> = new Set(['violence', 'abduction', 'arrest', 'robbery']);

/** Whether a trigger's words have another sense by what they are said of: "regained control of the car". */
export function isOtherSense(
  context: FrameContext,
  at: TokenSpan,
  trigger: Trigger,
  roles: Roles,
): boolean {
  const { id, group } = trigger.sense;
  const before = context.tokens[at.from - 1]?.low ?? '';
  if (trigger.form !== 'noun' && FIGURATIVE.has(group) && figurative.has(before)) return true;
  return TESTS[id]?.some((test) => test(context, at, trigger, roles)) ?? false;
}

/** "regain control of the satellite": neither land nor a place by its name. */
function isControlOfThing({ tokens, syntax }: FrameContext, { from, to }: TokenSpan): boolean {
  const words = tokens.slice(from, to).map(({ low }) => low);
  if (!words.includes('control')) return false;
  const phrase = phraseFrom(syntax.phrases, to) ?? phraseFrom(syntax.phrases, to + 1);
  if (!phrase || syntax.pos[phrase.head] !== 'NOUN') return false;
  return !tokens.slice(phrase.from, phrase.to).some(({ low }) => territory.has(low));
}

/** "sent a bulletin", "the union mobilised for the vote". */
function sendsNoForces(
  { tokens, syntax, people }: FrameContext,
  { from, to }: TokenSpan,
  { form }: Trigger,
  { agents, patients, patientPhrase }: Roles,
): boolean {
  const words = tokens.slice(from, to).map(({ low }) => low);
  if (words.some((low) => forces.has(low))) return false;
  const inForce = (party: readonly Person[]): boolean =>
    party.some(({ actor }) => actor !== null && FORCES.has(actor.id));
  if (form === 'noun') return false;
  if (patientPhrase && /^(?:sen|dispatch|mobili)/.test(words[0]!)) {
    if (inForce(patients)) return false;
    const head = patientPhrase.to - 1;
    return (
      syntax.pos[head] === 'NOUN' &&
      !forces.has(tokens[head]!.low) &&
      !collectives.has(tokens[head]!.low)
    );
  }
  return /^mobili/.test(words[0]!) && !patientPhrase && !inForce(agents) && !inForce(people);
}

const FORCES: ReadonlySet<string> = new Set([
  'military',
  'police',
  'external',
  'rebel',
  'militia',
  'guard',
]);

/** "walked out of an alley", "intelligence gathering", "marching bands". */
function isNoProtest(
  { tokens, syntax }: FrameContext,
  { from, to }: TokenSpan,
  { form }: Trigger,
  { agents, agentPhrase }: Roles,
): boolean {
  const low = tokens[from]!.low;
  if (low.startsWith('rall')) {
    // "friends rally around the family", "stocks rallied".
    if (/^(?:around|round|behind)$/.test(tokens[to]?.low ?? '')) return true;
    const head = agentPhrase && agents.length === 0 ? agentPhrase.to - 1 : -1;
    return form !== 'noun' && syntax.pos[head] === 'NOUN' && !collectives.has(tokens[head]!.low);
  }
  if (low.startsWith('gathering')) return gathered.has(tokens[from - 1]?.low ?? '');
  if (low === 'marching') return /^(?:bands?|orders?|drums?|music)$/.test(tokens[to]?.low ?? '');
  if (!low.startsWith('walk') || form === 'noun') return false;
  const where = tokens[to]?.low === 'of' ? phraseFrom(syntax.phrases, to + 1) : null;
  if (where) return !workplaces.has(tokens[where.head]!.low);
  return (
    agents.length > 0 && agents.every(({ plural, count }) => !plural && (count?.best ?? 1) <= 1)
  );
}

/** "a gunman went on a rampage": what one man does is no riot. */
function isOneMans(
  { tokens }: FrameContext,
  { from, to }: TokenSpan,
  _: Trigger,
  { agents }: Roles,
): boolean {
  if (!tokens.slice(from, to).some(({ low }) => low.startsWith('rampag'))) return false;
  return (
    agents.length > 0 && agents.every(({ plural, count }) => !plural && (count?.best ?? 1) <= 1)
  );
}

/** "called after reports of a disturbance": what the police are called to is mostly a quarrel. */
function isCall({ tokens }: FrameContext, { from, to }: TokenSpan): boolean {
  if (tokens[to - 1]!.low !== 'disturbance') return false;
  return tokens.slice(Math.max(0, from - CALL_REACH), from).some(({ low }) => CALLED.test(low));
}

/** How far before a disturbance the words stand that call someone to it, in tokens. */
const CALL_REACH = 14;
const CALLED = new WordList(
  /^(?:called|call|calls|responded|responding|respond|response|dispatched|dispatch|reports?|reported|domestic)$/,
);

/** "the police raided a house", "a drug raid": officers who search hurt no one by it. */
function isSearch(
  { tokens, people }: FrameContext,
  { from, to }: TokenSpan,
  { form }: Trigger,
  { agents }: Roles,
): boolean {
  if (!tokens[to - 1]!.low.startsWith('raid')) return false;
  if (agents.length > 0) return agents.every(({ actor }) => actor?.id === 'police');
  if (form !== 'noun') return false;
  if (SEARCHING.test(tokens[from - 1]?.low ?? '')) return true;
  return (
    !/^(?:on|against|by)$/.test(tokens[to]?.low ?? '') &&
    people.some(({ actor }) => actor?.id === 'police') &&
    !people.some(({ actor }) => actor !== null && RAIDERS.has(actor.id))
  );
}

const SEARCHING = new WordList(/^(?:police|drugs?|vice|fbi|immigration|dea|swat|house|pre-dawn)$/);
const RAIDERS: ReadonlySet<string> = new Set([
  'military',
  'rebel',
  'militia',
  'criminal',
  'attacker',
  'external',
]);

/** "declined to comment", "refused to give his name". */
function refusesToSay({ tokens }: FrameContext, { from, to }: TokenSpan): boolean {
  if (!/^(?:refus|declin)/.test(tokens[from]!.low)) return false;
  const verb = tokens[to - 1]!.low === 'to' ? to : to + 1;
  if (tokens[verb - 1]?.low !== 'to') return false;
  return smallRefusals.has(tokens[verb]?.low ?? '');
}

/** "the alarm went off"; of a gun it is told with what it did. */
function isSignal(
  { tokens }: FrameContext,
  { from, to }: TokenSpan,
  _: Trigger,
  { agentPhrase, patientPhrase }: Roles,
): boolean {
  if (tokens[to - 1]!.low !== 'off' || !/^go|^went/.test(tokens[from]!.low)) return false;
  const subject = agentPhrase ?? patientPhrase;
  const head = subject ? tokens[subject.to - 1]!.low : '';
  if (signals.has(head) || firearms.has(head)) return true;
  // "were playing with a gun when it went off"
  return head === 'it' && tokens.slice(0, from).some(({ low }) => firearms.has(low));
}

/** "slashing up to 18,000 jobs". */
function isReduction(
  { tokens }: FrameContext,
  { from, to }: TokenSpan,
  _: Trigger,
  { patientPhrase }: Roles,
): boolean {
  if (!tokens[from]!.low.startsWith('slash')) return false;
  const end = patientPhrase && patientPhrase.from >= to ? patientPhrase.to : to;
  return tokens.slice(to, end + REDUCED_REACH).some(({ low }) => REDUCED.test(low));
}

/** How far behind the verb's object what is reduced stands, in tokens. */
const REDUCED_REACH = 2;
const REDUCED = new WordList(
  /^(?:jobs?|prices?|costs?|spending|budgets?|rates?|taxes|funding|salaries|wages|forecasts?|dividends?|staff|workforce|tires|tyres)$/,
);

/** "caught the attention of deputies", "caught a glimpse". */
function isNotice({ tokens }: FrameContext, { from, to }: TokenSpan): boolean {
  const { low: verb } = tokens[from]!;
  if (/^(?:caught|captur)/.test(verb) && isFilmed(tokens, from, to)) return true;
  if (!/^(?:caught|catch(?:es|ing)?)$/.test(verb)) return false;
  return tokens.slice(to, to + NOTICE_REACH).some(({ low }) => NOTICED.test(low));
}

/** "footage that captured the man", "were caught on camera": someone is seen and nobody held. */
function isFilmed(tokens: FrameContext['tokens'], from: number, to: number): boolean {
  const behind = tokens.slice(to, to + FILMED_REACH);
  if (behind.some(({ low }, i) => FILM.test(low) && behind.slice(0, i).some((t) => t.low === 'on')))
    return true;
  const passive = BE.has(tokens[from - 1]?.low ?? '');
  return (
    !passive && tokens.slice(Math.max(0, from - FILMING), from).some(({ low }) => FILM.test(low))
  );
}

/** How far behind the verb the film stands, and how far before it what filmed, in tokens. */
const FILMED_REACH = 7;
const FILMING = 12;
const FILM = new WordList(
  /^(?:cameras?|videos?|footage|cctv|tapes?|film|surveillance|dashcams?|bodycams?|photos?|photographs?|images?|selfies?)$/,
);

/** "was positively identified", "identified as a student": someone is named, no weapon found. */
function isNaming({ tokens }: FrameContext, { from, to }: TokenSpan): boolean {
  const named = tokens[from - 1]?.low === 'positively' || tokens[to]?.low === 'as';
  return named && tokens[from]!.low.startsWith('identif');
}

/** How far behind the verb what is caught stands, in tokens: "caught his own teacher's eye". */
const NOTICE_REACH = 4;
const NOTICED = new WordList(
  /^(?:attention|eyes?|glimpses?|sight|breath|interest|imagination|fancy|mood)$/,
);

/** "the execution of a search warrant": nobody dies of it. */
function isCarryingOut(
  { tokens }: FrameContext,
  _: TokenSpan,
  __: Trigger,
  { patientPhrase }: Roles,
): boolean {
  return CARRIED_OUT.test(tokens[(patientPhrase?.to ?? 0) - 1]?.low ?? '');
}

const CARRIED_OUT = new WordList(
  /^(?:warrants?|orders?|plans?|strategy|strategies|contracts?|agreements?|instructions?|mandates?|policy|policies|projects?|programs?|programmes?|budgets?|tasks?|commands?)$/,
);

/** "an agreement for the acquisition of the chain", "a deal to sell its shares": companies make no peace. */
function isBusiness({ tokens }: FrameContext, { from, to }: TokenSpan): boolean {
  const ofPeace = tokens.slice(from, to).some(({ low }) => /^(?:peace|truce|cease)/.test(low));
  return !ofPeace && tokens.some(({ low }) => BUSINESS.test(low));
}

const BUSINESS = new WordList(
  /^(?:acquisition|acquisitions|acquire|acquires|acquired|merger|mergers|merge|takeover|buyout|buy-out|shareholders?|stockholders?|subsidiary|subsidiaries|shares|stake|franchise|licensing|retailer|sponsorship|advertising|lender|lenders|creditors?|bondholders?)$/,
);

/** "shooting skeet", "shot a video": nobody is shot. */
function isSportOrPicture({ tokens, syntax }: FrameContext, { to }: TokenSpan): boolean {
  const phrase = phraseFrom(syntax.phrases, to);
  return phrase !== null && SHOT_THING.test(tokens[phrase.head]!.low);
}

const SHOT_THING = new WordList(
  /^(?:skeet|trap|clays?|pool|hoops|baskets?|craps|dice|videos?|footage|photos?|photographs?|pictures?|films?|movies?|scenes?|fireworks?)$/,
);
