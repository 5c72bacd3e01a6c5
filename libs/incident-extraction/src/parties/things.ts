import { personNouns } from '../lexicon/actors.js';
import { DAMAGED, DESTROYED, targetNouns, typeByOwner } from '../lexicon/targets.js';
import type { Frame, TokenSpan } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { NounPhrase } from '../syntax/noun-phrases.js';
import { joinedPhrases, wholePhrase } from './phrases.js';

export type ThingEffect = 'destroyed' | 'damaged';

/** A thing that was hit: the phrase without its article, its type, and what became of it. */
export interface Thing extends TokenSpan {
  /** The noun that says what it is. */
  readonly head: number;
  readonly type: string | null;
  readonly effect: ThingEffect | null;
}

/** Senses that act on things; a kidnapping in a house is no attack on the house. */
const ON_THINGS = new Set([
  'bombing',
  'explosion',
  'arson',
  'sabotage',
  'attack',
  'loot',
  'grenade',
  'shelling',
  'air-strike',
  'drone-strike',
  'rob',
  'suicide-bomb',
]);
/** Where a bomb goes off is what it hits: "exploded in front of a bank". */
const AT = /^(?:at|in|inside|near|outside|against|on|under|beneath|behind|of|to)$/;

/** The things that a piece's frames are done to, and those that its sentence says were damaged. */
export function thingsHit(reading: SentenceReading, frames: readonly Frame[]): Thing[] {
  const acts = frames.filter(({ trigger }) => ON_THINGS.has(trigger.sense.id));
  const found: Thing[] = [];
  const add = (
    span: TokenSpan,
    side: 'left' | 'right',
    typed: boolean,
    effect: ThingEffect | null,
  ): void => {
    for (const phrase of joinedPhrases(
      reading.sentence.tokens,
      reading.syntax.phrases,
      span,
      side,
    )) {
      const thing = thingOf(reading, phrase, effect);
      if (!thing || (typed && !thing.type)) continue;
      const known = found.findIndex((other) => other.from < thing.to && thing.from < other.to);
      if (known < 0) found.push(thing);
      else if (!found[known]!.effect && effect) found[known] = { ...found[known]!, effect };
    }
  };
  for (const frame of acts) {
    if (frame.patientPhrase && frame.trigger.sense.id !== 'explosion')
      add(
        frame.patientPhrase,
        frame.patientPhrase.from < frame.from ? 'left' : 'right',
        false,
        null,
      );
  }
  if (acts.length > 0 || frames.some(({ trigger }) => trigger.sense.group === 'harm'))
    damages(reading, add);
  if (acts.length > 0 && acts.some(({ trigger }) => trigger.sense.mode !== undefined))
    places(reading, acts, add);
  return found;
}

type Add = (
  span: TokenSpan,
  side: 'left' | 'right',
  typed: boolean,
  effect: ThingEffect | null,
) => void;

/** "destroyed two buses", "the bank was damaged", "caused damage to the offices". */
function damages({ sentence, syntax }: SentenceReading, add: Add): void {
  const { tokens } = sentence;
  for (const { verb, passive, subject, object, complements } of syntax.clauses) {
    const { low } = tokens[verb.main]!;
    const effect = DESTROYED.has(low) ? 'destroyed' : DAMAGED.has(low) ? 'damaged' : null;
    if (effect && object && object.from >= verb.to) add(object, 'right', false, effect);
    else if (effect && passive && subject) add(subject, 'left', false, effect);
    const damage = object && DAMAGED.has(tokens[object.head]!.low);
    if (!damage) continue;
    for (const { preposition, phrase } of complements)
      if (preposition === 'to' || preposition === 'on' || preposition === 'in')
        add(phrase, 'right', true, 'damaged');
  }
}

/** Typed things behind a preposition of place that follows a trigger. */
function places({ sentence, syntax }: SentenceReading, acts: readonly Frame[], add: Add): void {
  const first = Math.min(...acts.map(({ from }) => from));
  for (const phrase of syntax.phrases) {
    if (phrase.from <= first || !AT.test(sentence.tokens[phrase.from - 1]?.low ?? '')) continue;
    add(phrase, 'right', true, null);
  }
}

/** The thing that a phrase names; null for people, events and words for nothing in particular. */
function thingOf(
  { sentence, syntax, people, frames }: SentenceReading,
  phrase: NounPhrase,
  effect: ThingEffect | null,
): Thing | null {
  const { tokens } = sentence;
  const last = lexical(tokens, phrase);
  if (!last && people.some((p) => p.from < phrase.to && phrase.from < p.to && p.to > phrase.head))
    return null;
  if (personNouns.at(tokens, phrase.head) || NOTHING.test(tokens[phrase.head]!.low)) return null;
  if (frames.some((f) => f.from <= phrase.head && f.to > phrase.head)) return null;
  const whole = wholePhrase(tokens, syntax.phrases, phrase);
  const to = whole.to - phrase.to <= 6 ? whole.to : phrase.to;
  const from = /^(?:the|a|an|this|that|these|those|his|her|their|its|some|several|various)$/.test(
    tokens[phrase.from]!.low,
  )
    ? phrase.from + 1
    : phrase.from;
  if (from >= phrase.to) return null;
  const beside = tokens.slice(from, to).map(({ low }) => low);
  return { from, to, head: phrase.head, type: last && typeByOwner(last, beside), effect };
}

/** The type of the last noun of the lexicon in a phrase. */
function lexical(
  tokens: SentenceReading['sentence']['tokens'],
  { from, to }: TokenSpan,
): string | null {
  for (let i = to - 1; i >= from; i--) {
    const noun = targetNouns.at(tokens, i);
    if (noun && noun.to === to) {
      // "bank branch" is found at "bank": the longest noun that ends here.
      for (let k = Math.max(from, i - 3); k < i; k++) {
        const longer = targetNouns.at(tokens, k);
        if (longer && longer.to === to) return longer.value;
      }
      return noun.value;
    }
  }
  return null;
}

const NOTHING =
  /^(?:it|they|them|he|she|him|her|we|us|i|you|who|which|that|this|these|those|one|ones|device|devices|bomb|bombs|explosion|blast|attack|attacks|damage|damages|fire|act|acts|action|actions|town|towns|city|cities|village|villages|area|areas|place|places|country|department|departments|region|province|time|injuries|casualties|losses|charge|charges|dynamite|explosives?|grenades?|capital|streets?|peace|process|democracy|order|attempt|effort|way|situation|front|side|part|parts|night|morning|shots?|position|positions|drugs?|hours?|days?|minutes?|windows?|doors?|equipment|things?|years?|percent|interests|economy|mines?|packages?|fuses?|organizations?|investigations?|number|state|control|walls?|roofs?|statements?|people|members?|units?)$/;
