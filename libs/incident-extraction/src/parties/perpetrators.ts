import type { Responsibility } from '@tocsin/contracts';
import type { Piece } from '../mentions/draft.js';
import type { Person } from '../people/person.js';
import type { Frame, TokenSpan } from '../reading/frames.js';
import { type ActorClass, actorClass } from '../lexicon/actors.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import type { Token } from '../text/tokens.js';
import { accusedIn } from './accused.js';
import type { OrganisationBook } from './organisation-book.js';
import { wholePhrase } from './phrases.js';
import { WordList } from '../language/word-list.js';
import { indexOfWords } from '../lexicon/phrase-index.js';

/** Someone who is said to have done it. */
export interface Perpetrator extends TokenSpan {
  /** The organisation's name; null for people. */
  readonly organisation: string | null;
  /** The person's name; null where the text has none here. */
  readonly name: string | null;
  readonly actor: ActorClass | null;
  readonly responsibility: Responsibility;
  /** How surely the text says that it is they, 0 to 1: by their role, by the claim, or by standing there. */
  readonly confidence: number;
}

/** Classes of people who are named in a violent sentence because they did it. */
const VIOLENT = new Set(['rebel', 'militia', 'attacker', 'criminal']);

/** Everyone whom a piece tells to have done it: agents of its violence, whom it blames, who claims it. */
export function perpetratorsOf(piece: Piece, book: OrganisationBook): Perpetrator[] {
  const { reading, frames } = piece;
  const { tokens } = reading.sentence;
  const found: Perpetrator[] = [];
  const note = (one: Perpetrator): void => {
    if (!found.some((known) => meets(known, one))) found.push(one);
  };
  const add = (
    span: TokenSpan,
    organisation: string | null,
    actor: ActorClass | null,
    confidence: number,
    name: string | null = null,
  ): void => {
    const responsibility = responsibilityOf(piece, span);
    note({ ...span, organisation, name, actor, responsibility, confidence });
  };
  const organisations = book.findAll(tokens);
  const acts = frames.filter(
    ({ trigger, realis }) => trigger.sense.plover === 'ASSAULT' && TOLD.has(realis),
  );
  const suffers = (span: TokenSpan): boolean =>
    frames.some((frame) =>
      [...frame.patients, ...(frame.patientPhrase ? [frame.patientPhrase] : [])].some((p) =>
        meets(p, span),
      ),
    );
  const blamed = blamedSpan(tokens);
  for (const { from, to, value } of organisations) {
    if (suffers({ from, to })) continue;
    const agent = acts.some((frame) => isAgent(piece, frame, { from, to }));
    const told = blamed && from >= blamed.from && to <= blamed.to;
    const actor = actorClass(value.actorClass);
    const state = actor?.inter === 1;
    if (agent || told) add({ from, to }, value.name, actor, 0.8);
    else if (acts.length > 0 && !isSpeaker(piece, { from, to }) && !state)
      add({ from, to }, value.name, actor, 0.4);
  }
  for (const frame of acts.filter(isWhole)) {
    for (const person of frame.agents) {
      if (
        suffers(person) ||
        isSpeaker(piece, person) ||
        isPronoun(tokens, person) ||
        isAttribute(piece, person) ||
        tokens[person.from]!.low === 'no'
      )
        continue;
      add(withoutOrganisation(organisations, person), null, person.actor, 0.8, person.name);
    }
  }
  for (const person of acts.length > 0 ? accusedIn(reading) : []) {
    if (suffers(person) && !isArrested(frames, person)) continue;
    note(held(person));
  }
  for (const person of reading.people) {
    if (!person.actor || !VIOLENT.has(person.actor.id) || suffers(person)) continue;
    if (isAttribute(piece, person)) continue;
    const told = blamed && person.from >= blamed.from && person.to <= blamed.to;
    if (told) add(withoutOrganisation(organisations, person), null, person.actor, 0.7, person.name);
    else if (acts.length > 0)
      add(withoutOrganisation(organisations, person), null, person.actor, 0.4, person.name);
  }
  return found;
}

/** Those whom the sentence of an arrest tells to be held for what was done. */
export const heldIn = ({ reading }: Piece): Perpetrator[] => accusedIn(reading).map(held);

const held = ({ from, to, name, actor }: Person): Perpetrator => ({
  from,
  to,
  organisation: null,
  name,
  actor,
  responsibility: 'accused-by-authorities',
  confidence: 0.6,
});

/** The realis of what may have those who did it, and victims. */
export const TOLD: ReadonlySet<string> = new Set(['actual', 'attempted', 'threatened']);

/** "identified in fatal park shooting": a gerund with no one to whom it is done is mostly a noun. */
const isWhole = ({ trigger, patients, patientPhrase }: Frame): boolean =>
  trigger.form !== 'gerund' || patients.length > 0 || patientPhrase !== null;

/** Whether all that is done to someone is an arrest. */
const isArrested = (frames: readonly Frame[], person: TokenSpan): boolean =>
  frames.every(
    ({ trigger, patients }) =>
      trigger.sense.group === 'arrest' || !patients.some((p) => meets(p, person)),
  );

/** Whether they are who says what the sentence tells. */
export const isSpeaker = ({ reading }: Piece, { from, to }: TokenSpan): boolean =>
  reading.attribution.spans.some((span) => from >= span.from && to <= span.to);

/** "a terrorist attack" names no terrorist. */
export function isAttribute({ reading }: Piece, person: TokenSpan): boolean {
  const phrase = phraseAround(reading.syntax.phrases, person.from);
  return phrase !== null && phrase.head >= person.to;
}

/** Whether two spans have a token in common. */
export const meets = (a: TokenSpan, b: TokenSpan): boolean => a.from < b.to && b.from < a.to;

function isAgent({ reading }: Piece, frame: Frame, span: TokenSpan): boolean {
  if (!frame.agentPhrase) return frame.agents.some((person) => meets(person, span));
  const { tokens } = reading.sentence;
  return meets(wholePhrase(tokens, reading.syntax.phrases, frame.agentPhrase), span);
}

const isPronoun = (tokens: readonly Token[], { from, to }: TokenSpan): boolean =>
  to - from === 1 && /^(?:he|she|they|who|him|her|them|it|we|i|you)$/.test(tokens[from]!.low);

/** "Shining Path guerrillas": the organisation is an actor of its own, the people are the guerrillas. */
function withoutOrganisation(organisations: readonly TokenSpan[], span: TokenSpan): TokenSpan {
  const inside = organisations.find((o) => o.from >= span.from && o.to < span.to);
  return inside ? { from: inside.to, to: span.to } : { from: span.from, to: span.to };
}

const CLAIM = new WordList(
  /^(?:claim(?:s|ed|ing)?|admit(?:s|ted)?|took|takes?|assumed?|acknowledged?)$/,
);
const DENY = new WordList(/^den(?:y|ies|ied)$/);
const BLAME = new WordList(
  /^(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|attribut(?:e|es|ed|ing)|suspect(?:s|ed)?|held|hold|holds|responsible|involved|implicated|guilty|perpetrators?)$/,
);

const GUILT = new WordList(/^(?:responsible|involved|implicated|guilty|perpetrators?)$/);

/** Any of these: most sentences have none. */
const BLAMING = indexOfWords([...CLAIM.words, ...DENY.words, ...BLAME.words]);

/** Whether a sentence says who is to blame, or who claims it. */
export const blames = (tokens: readonly Token[]): boolean => blamedSpan(tokens) !== null;

/** "claimed responsibility", "has claimed credit". */
function claimAt(tokens: readonly Token[]): number {
  if (!BLAMING.mayFind(tokens)) return -1;
  return tokens.findIndex(
    (token, i) =>
      CLAIM.test(token.low) &&
      tokens
        .slice(i + 1, i + 4)
        .some(({ low }) => /^(?:responsibility|credit|authorship)$/.test(low)),
  );
}

/** "denied responsibility", "denies any involvement". */
function denialAt(tokens: readonly Token[]): number {
  if (!BLAMING.mayFind(tokens)) return -1;
  return tokens.findIndex(
    ({ low }, i) =>
      DENY.test(low) &&
      tokens
        .slice(i + 1, i + 6)
        .some((t) => /^(?:responsibility|involvement|participation)$/.test(t.low)),
  );
}

/** Where those stand who claim it (before the verb) or are blamed for it (behind it). */
function blamedSpan(tokens: readonly Token[]): TokenSpan | null {
  if (!BLAMING.mayFind(tokens)) return null;
  const claim = claimAt(tokens);
  if (claim >= 0) return { from: 0, to: claim };
  const denial = denialAt(tokens);
  if (denial >= 0) return { from: 0, to: denial };
  const blame = tokens.findIndex(({ low }) => BLAME.test(low));
  if (blame < 0) return null;
  // "the army is responsible" stands before, "blamed the army" behind.
  return { from: GUILT.test(tokens[blame]!.low) ? 0 : blame, to: tokens.length };
}

function responsibilityOf({ reading }: Piece, span: TokenSpan): Responsibility {
  const { attribution, sentence } = reading;
  const { tokens } = sentence;
  const { hedge, chain } = attribution;
  if (claimAt(tokens) >= 0) return 'claimed';
  if (denialAt(tokens) >= 0) return 'denied';
  const near = tokens.slice(Math.max(0, span.from - 4), span.to + 4).map(({ low }) => low);
  const official = chain.some((link) =>
    ['police', 'military', 'government', 'court'].includes(link.class),
  );
  const accused =
    tokens.some(({ low }) => BLAME.test(low)) ||
    near.some((low) =>
      /^(?:alleged|allegedly|presumed|presumably|suspected|believed|apparently|supposed|supposedly)$/.test(
        low,
      ),
    );
  if (near.some((low) => /^(?:possibly|may|might|could|perhaps|probably)$/.test(low)))
    return 'possible';
  if (accused || hedge === 'alleged') return official ? 'accused-by-authorities' : 'accused';
  return 'fact';
}
