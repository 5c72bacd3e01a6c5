import type { Trigger } from '../lexicon/triggers.js';
import { holdingNames, making, occurring, weaponVerbs } from '../lexicon/wants.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import type { Token } from '../text/tokens.js';
import { isTimeWord, type NounPhrase } from '../syntax/noun-phrases.js';
import { POSSESSIVE } from '../syntax/verb-groups.js';
import type { FrameContext, Roles, TokenSpan } from './frames.js';

/** Nouns that say that the noun before them happened: "a shooting incident", "the robbery attempt". */
const EVENTIVE =
  /^(?:incident|attack|attempt|accident|spree|operation|event|wave|explosion|blast|strike)s?$|^series$/;

/**
 * Whether a noun only names what is spoken of, rather than tells that it happened: weapons and people ("a missile",
 * "a protester"), and what stands before another noun ("a riot officer", "the murder suspect").
 */
export function isNaming(
  context: FrameContext,
  from: number,
  to: number,
  trigger: Trigger,
  { agents, patients, patientPhrase }: Roles,
  verbal: boolean,
): boolean {
  if (isToOneself(context, from, patientPhrase)) return true;
  if (trigger.form !== 'noun') return isAttribute(context, from, to, trigger, verbal);
  if (trigger.named) return !isUsed(context, to, trigger);
  if (isCharge(context, from)) return true;
  const phrase = phraseAround(context.syntax.phrases, to - 1);
  if (!phrase) return false;
  if (phrase.head >= to) return !EVENTIVE.test(context.tokens[phrase.head]!.low);
  // "gunfights between officers and rioters": of somebody in particular.
  const parties =
    agents.length + patients.length > 0 ||
    patientPhrase !== null ||
    context.tokens[to]?.low === 'between';
  return !parties && isGeneral(context, from, phrase, trigger);
}

/**
 * "shot himself", "a self-inflicted gunshot wound": harm, but nothing that someone did to someone; an accident is told as
 * one.
 */
function isToOneself({ tokens }: FrameContext, from: number, patient: TokenSpan | null): boolean {
  const own = isReflexive(tokens, patient) || tokens[from - 1]?.low === 'self-inflicted';
  return own && !isUnmeant(tokens);
}

/** Whether whom it is done to is who does it. */
export function isReflexive(tokens: readonly Token[], patient: TokenSpan | null): boolean {
  return /^(?:him|her|them|it|my|our)sel(?:f|ves)$/.test(tokens[(patient?.to ?? 0) - 1]?.low ?? '');
}

/** Whether a sentence has a word for what no one meant. */
export const isUnmeant = (tokens: readonly Token[]): boolean =>
  tokens.some(({ low }) =>
    /^(?:accident(?:al|ally|ly)?|unintentional(?:ly)?|inadvertent(?:ly)?|roulette)$/.test(low),
  );

/** "protests erupted": said to happen, a word needs nothing else to be sure. */
export function isSaidToHappen(
  { tokens, syntax }: FrameContext,
  to: number,
  { form, named }: Trigger,
): boolean {
  if (form !== 'noun' || named) return false;
  return syntax.clauses.some(
    ({ verb, subject }) =>
      subject?.to === to &&
      !verb.negated &&
      !verb.infinitive &&
      !verb.modal &&
      occurring.has(tokens[verb.main]!.low),
  );
}

/** "relatives of murdered people": what is said of someone in passing. */
function isAttribute(
  { syntax, tokens }: FrameContext,
  from: number,
  to: number,
  { form }: Trigger,
  verbal: boolean,
): boolean {
  if (form !== 'past' && form !== 'participle') return false;
  // Behind a preposition what looks like a verb is none.
  if (verbal && syntax.pos[from - 1] !== 'ADP') return false;
  // "13 shot Sunday morning"
  return /^(?:NOUN|PROPN)$/.test(syntax.pos[to] ?? '') && !isTimeWord(tokens[to]!.low);
}

const CHARGE =
  /^(?:suspicion|charges?|charged|accused|convicted|counts?|guilty|indicted|wanted|acquitted|suspected)$/;
/** How far before its noun a charge stands: "charged with two counts of attempted murder". */
const CHARGE_REACH = 5;

/** How far a list of charges goes, in tokens. */
const LIST_REACH = 20;

/** "on suspicion of manslaughter": what someone is charged with is the law's name for it. */
function isCharge({ tokens }: FrameContext, from: number): boolean {
  // "on charges of murder, including kidnapping and robbery"
  if (/^(?:,|and|or|including|armed|aggravated|auto)$/.test(tokens[from - 1]?.low ?? ''))
    return tokens
      .slice(Math.max(0, from - LIST_REACH), from)
      .some(
        ({ low }, i, near) =>
          CHARGE.test(low) && /^(?:of|with|for|on)$/.test(near[i + 1]?.low ?? ''),
      );
  if (!/^(?:of|with|for|attempted|first-degree|second-degree)$/.test(tokens[from - 1]?.low ?? ''))
    return false;
  return tokens.slice(Math.max(0, from - CHARGE_REACH), from).some(({ low }) => CHARGE.test(low));
}

/** Nouns in "-ing" and the like, which take no article in general talk. */
const MASS = /(?:ing|age|ism|ment|sion|violence|arson|rape|murder|torture)$/;

/**
 * "denounced killings", "acts of sabotage": without an article or a number, and as no verb's subject, a noun stands
 * for such things in general. Headlines leave articles out.
 */
function isGeneral(
  { syntax, tokens, title }: FrameContext,
  from: number,
  phrase: NounPhrase,
  { plural }: Trigger,
): boolean {
  if (title) return false;
  if (!plural && !MASS.test(tokens[phrase.head]!.low)) return false;
  if (/^(?:any|every|such)$/.test(tokens[phrase.from]!.low)) return true;
  const opened = syntax.pos.slice(phrase.from, from).some((pos) => pos === 'DET' || pos === 'NUM');
  if (opened || POSSESSIVE.has(tokens[phrase.from]!.low) || isThere(tokens, phrase.from))
    return false;
  return !syntax.clauses.some(({ subject }) => subject?.from === phrase.from);
}

/** "There were clashes": said to have been. */
function isThere(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:is|are|was|were|been)$/.test(tokens[at - 1]?.low ?? '')) return false;
  return tokens.slice(Math.max(0, at - 4), at - 1).some(({ low }) => low === 'there');
}

/** "A bomb destroyed the house", "agreed on a truce": the verb tells what the named thing did, or that it came about. */
function isUsed({ tokens, syntax }: FrameContext, to: number, { sense }: Trigger): boolean {
  const verbs =
    sense.plover === 'ASSAULT' ? weaponVerbs : sense.group === 'politics' ? making : null;
  if (!verbs) return false;
  return syntax.clauses.some(
    ({ verb, subject, object, complements }) =>
      verbs.has(tokens[verb.main]!.low) &&
      (subject?.to === to ||
        object?.to === to ||
        complements.some(
          ({ preposition, phrase }) => phrase.to === to && INVOLVING.test(preposition),
        )),
  );
}

/** "by a bomb", "to a truce". */
const INVOLVING = /^(?:by|with|to|on|upon)$/;

/** Names of storms are news of the storm; other names that hold such a word are those of streets, clubs and offices. */
export function isPartOfName(
  context: FrameContext,
  from: number,
  to: number,
  { form, sense }: Trigger,
): boolean {
  const { tokens, syntax, titled } = context;
  // Some names are known in any case: "UNITED NATIONS".
  for (const at of [from - 1, from]) {
    const known = at >= 0 ? holdingNames.at(tokens, at) : null;
    if (known && known.to >= to && known.to - known.from > to - from) return true;
  }
  if (form === 'noun' && isFirm(tokens, to)) return true;
  if (titled || from === 0 || sense.id === 'storm') return false;
  if ((form === 'base' || form === 'third') && to - from === 1 && isLastName(tokens, from))
    return true;
  if (form === 'gerund' && to - from === 1) return isNameOfPlace(context, from);
  if (form !== 'noun' && form !== 'base' && form !== 'third') return false;
  const own = tokens.slice(from, to);
  if (!own.every(isCapital) || syntax.pos[to - 1] !== 'PROPN') return false;
  return (
    isCapital(tokens[to]) ||
    (isCapital(tokens[from - 1]) && from > 1) ||
    (JOINING.test(tokens[from - 1]!.low) && from > 2 && isCapital(tokens[from - 2]))
  );
}

/** "Walk for Victims of Sexual Violence", "Coalition Against Domestic Violence". */
const JOINING = /^(?:of|for|against|on)$/;

/** "a Rolling Meadows resident": within a sentence, with capitals for both. */
const isNameOfPlace = ({ tokens, syntax }: FrameContext, at: number): boolean =>
  isCapital(tokens[at]) &&
  isCapital(tokens[at + 1]) &&
  syntax.pos[at + 1] === 'PROPN' &&
  !isTimeWord(tokens[at + 1]!.low);

/** "Mr. Lynch", "Dick Lynch said": within a sentence no verb has a capital. */
function isLastName(tokens: readonly Token[], at: number): boolean {
  if (!isCapital(tokens[at])) return false;
  return (
    isCapital(tokens[at - 1]) ||
    (tokens[at - 1]?.low === '.' && TITLE.test(tokens[at - 2]?.low ?? ''))
  );
}

const TITLE =
  /^(?:mr|mrs|ms|dr|sen|gov|rep|rev|gen|col|lt|sgt|capt|cpl|maj|prof|st|hon|pres|msgr|fr|det|supt|insp)$/;

/** "Rally's Inc.": a firm by its name. */
function isFirm(tokens: readonly Token[], to: number): boolean {
  return tokens[to]?.low === "'s" && FIRM.test(tokens[to + 1]?.low ?? '');
}

const FIRM = /^(?:inc|corp|ltd|llc|plc|co|corporation|company|stores?|restaurants?)\.?$/;

const isCapital = (token: Token | undefined): boolean => token?.kind === 'word' && token.capital;
