import type { CasualtyKind } from '@tocsin/contracts';
import { asWhole, type Person } from '../people/person.js';
import { exactly, type NumberExpression, type Quantity } from '../numbers/counts.js';
import type { Effect } from '../lexicon/triggers.js';
import type { Token } from '../text/tokens.js';
import type { CountedPeople } from './counted-people.js';
import type { Frame } from './frames.js';
import {
  FATALLY,
  having,
  labels,
  multipleKilled,
  multiples,
  multipleWords,
  multipleShot,
  objectPronouns,
  reflexives,
  remarks,
} from './harm/lexicon.js';
import {
  bareTolls,
  claimedTolls,
  countedWords,
  isLabel,
  labelledTolls,
  ordinalTolls,
  victims,
} from './harm/counted.js';
import { amount } from './harm/amount.js';
import { bodies } from './harm/bodies.js';
import { livesTolls } from './harm/lives.js';
import { elided, isAuxiliary, patientsOf } from './harm/patients.js';
import { isOfAnother, otherEvent } from './harm/others.js';
import { mayTellHarm, readHarm } from './harm/read-harm.js';
import { WordList } from '../language/word-list.js';

/** What one frame says about how many people something happened to. */
export interface Toll {
  readonly effect: Effect;
  /** Null where people are meant but not counted. */
  readonly quantity: Quantity | null;
  /** Whether a number stands in the text; else one person each is counted. */
  readonly stated: boolean;
  readonly people: readonly Person[];
  /** Tokens that the quote runs over, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Told by a hospital only. */
  readonly weak: boolean;
  /** The dead killed themselves. */
  readonly suicide: boolean;
  /** Another time's or another incident's, or an older report's: counts where nothing else does. */
  readonly aside: boolean;
  /** Told as done by someone, who is then not among those harmed ("a man killed two people"). */
  readonly done: boolean;
}

/** An attempt at someone's life can harm; whom one tried to shoot was not. */
const HAPPENED: ReadonlySet<string> = new Set(['actual', 'attempted']);

/** All tolls of a sentence: of its frames, of other words for harm, of "N deaths", of bodies found. */
export function readTolls(
  tokens: readonly Token[],
  frames: readonly Frame[],
  counted: CountedPeople,
  isSpeaker: (at: number) => boolean = () => false,
): Toll[] {
  const tolls: Told[] = [];
  for (const frame of frames) {
    const effect = effectOf(tokens, frame, frames);
    const tried =
      frame.realis === 'attempted' && (frame.trigger.form !== 'noun' || effect === 'killed');
    if (!effect || tried || !HAPPENED.has(frame.realis)) continue;
    if (isLabel(tokens, frame.to - 1)) continue;
    const noun = frame.trigger.form === 'noun' ? nounToll(tokens, frame, counted.numbers) : null;
    if (noun) tolls.push({ ...noun, effect });
    else if (happened(tokens, frame)) {
      const patients =
        frame.patients.length > 0
          ? patientsOf(tokens, counted.people, frame)
          : elided(tokens, counted.people, frame);
      const harmed = asWhole(
        patients.filter((person) => !isSpeaker(person.from) && !isOfAnother(frame, person, frames)),
        // "Two of the nine died": those who die are the part.
        frame.trigger.sense.id === 'die' ? () => false : follows(tokens, frame.from),
      );
      if (harmed.length > 0)
        tolls.push({ ...ofPeople(frame, harmed), effect, done: isDone(frame) });
    }
  }
  if (mayTellHarm(tokens)) {
    const told = counted.people.filter((person) => !isSpeaker(person.from));
    const harmed = new Set(
      frames.flatMap((f) => (f.agents.length > 0 || isOthers(f) ? f.patients : [])),
    );
    const dead = tolls.filter(({ effect, stated }) => stated && effect === 'killed');
    for (const harm of readHarm(tokens, told, harmed)) {
      // What tells it is a word or two.
      const whole = asWhole(harm.people, follows(tokens, harm.to - 2));
      const figure = amount(whole);
      // "seven were killed and 50 taken to hospital": the 50 are not all who were harmed, but the living.
      const rest = harm.weak && figure.stated && dead.some((toll) => areOthers(toll, harm));
      tolls.push({ ...harm, ...figure, people: whole, effect: rest ? 'injured' : harm.effect });
    }
  }
  // Most sentences count nobody who was harmed: each reader is asked where it can find some.
  const counts = countedWords.mayFind(tokens);
  if (counts) tolls.push(...bodies(tokens, counted.people));
  tolls.push(...multiple(tokens));
  if (counts) tolls.push(...victims(tokens, counted.people, tolls));
  tolls.push(...ordinalTolls(tokens, tolls), ...claimedTolls(tokens));
  if (counts)
    tolls.push(
      ...labelledTolls(tokens, counted.numbers),
      ...bareTolls(tokens, counted.numbers),
      ...livesTolls(tokens, counted.numbers),
    );
  if (tolls.length === 0) return [];
  const isAside = asides(tokens);
  const unharmed = tokens.some(({ low }) => UNHARMED.test(low));
  const other = otherEvent(tokens);
  return tolls
    .filter(({ from }) => other === null || from < other)
    .filter(isFirst(tokens))
    .filter((toll) => !isMild(tokens, toll) && !(toll.weak && unharmed))
    .map((toll) => ({
      weak: false,
      suicide: false,
      done: false,
      aside: isAside(toll),
      ...toll,
    }));
}

/** "fatally wounding a boy" kills him, whoever "fatally" stands behind; null for what tells of no harm. */
function effectOf(
  tokens: readonly Token[],
  { trigger, from, to }: Frame,
  frames: readonly Frame[],
): Effect | null {
  const { effect, id } = trigger.sense;
  const isHurt = (one: Effect | undefined): boolean => one === 'injured' || one === 'hurt';
  if (id === 'killed-part')
    return frames.some((next) => next.from === to && isHurt(next.trigger.sense.effect))
      ? null
      : (effect ?? null);
  if (isHurt(effect) && FATALLY.test(tokens[from - 1]?.low ?? '')) return 'killed';
  return effect ?? null;
}

/** "people shot", "people who were shot". */
const follows =
  (tokens: readonly Token[], verb: number) =>
  ({ to }: Person): boolean =>
    verb === to ||
    (/^(?:who|that|to)$/.test(tokens[to]?.low ?? '') &&
      verb > to &&
      tokens.slice(to + 1, verb).every(({ low }) => isAuxiliary(low) || having.has(low)));

/** Whether two tolls tell of different people. */
const areOthers = (toll: Told, { people }: Pick<Told, 'people'>): boolean =>
  toll.people.length > 0 && !toll.people.some((person) => people.includes(person));

/** A headline that a page prints twice in a row tells of the same people. */
function isFirst(tokens: readonly Token[]): (toll: Told) => boolean {
  const seen = new Map<string, number>();
  return ({ effect, from, to }) => {
    const words = tokens.slice(from, Math.max(to + 1, from + REPEATED)).map(({ low }) => low);
    const key = `${effect} ${words.join(' ')}`;
    const first = seen.get(key) ?? from;
    seen.set(key, first);
    return first === from || words.length < REPEATED;
  };
}

/** How many words, one behind the toll among them, have to be the same for it to be the same headline's. */
const REPEATED = 4;

/** What is known of a toll before the sentence as a whole is. */
export type Told = Omit<Toll, 'weak' | 'suicide' | 'aside' | 'done'> & Partial<Toll>;

const isDone = ({ agents, agentPhrase }: Frame): boolean =>
  agents.length > 0 || agentPhrase !== null;

/** What one does to others: killing and shooting, not dying. */
const isOthers = ({ trigger }: Frame): boolean => trigger.sense.group !== 'harm';

/** "killed or wounded": how many of each is not said. */
const isEither = (tokens: readonly Token[], { from, to }: Frame): boolean =>
  (tokens[to]?.low === 'or' && HARMED.test(tokens[to + 1]?.low ?? '')) ||
  (tokens[from - 1]?.low === 'or' && HARMED.test(tokens[from - 2]?.low ?? ''));

const HARMED = new WordList(/^(?:dead|killed|wounded|injured|hurt|shot|missing)$/);

/** What is shot with a camera. */
const PICTURES = new WordList(
  /^(?:videos?|footage|photos?|photographs?|pictures?|films?|scenes?|images?)$/,
);

/** Whether a frame's harm came to its patients. */
const happened = (tokens: readonly Token[], frame: Frame): boolean =>
  !PICTURES.test(tokens[frame.to]?.low ?? '') &&
  !isEither(tokens, frame) &&
  !isActive(tokens, frame) &&
  !isSpared(tokens, frame) &&
  !isAimed(tokens, frame);

/** "shot at the officers", "opened fire on them": no word of a hit. */
function isAimed(tokens: readonly Token[], { from, to, trigger, patients }: Frame): boolean {
  if (trigger.sense.id !== 'shoot') return false;
  const words = tokens.slice(from, to + 1).map(({ low }) => low);
  if (words.some((word) => /^fir(?:e|es|ed|ing)$/.test(word))) return true;
  const aimed = /^(?:at|into|toward|towards)$/.test(words.at(-1)!) || words.includes('at');
  // "shot at the bar" says where.
  return aimed && patients.every((person) => person.from >= to);
}

/** "his sister shot him": what stands before the verb is no patient. */
function isActive(tokens: readonly Token[], frame: Frame): boolean {
  const { from, to, patients, trigger } = frame;
  const next = tokens[to]?.low ?? '';
  // "killing her and another woman".
  if (trigger.form === 'gerund' && patients.length === 0) return false;
  const object = objectPronouns.has(next) || reflexives.has(next);
  // "those whom he killed": with no auxiliary he did it.
  const doer = /^(?:he|she|they)$/.test(tokens[from - 1]?.low ?? '') && trigger.form === 'past';
  return (object || (doer && isOthers(frame))) && patients.every((person) => person.to <= to);
}

/** "The girl was not injured"; "no one was injured" is a figure, of none. */
function isSpared(tokens: readonly Token[], { from, patients }: Frame): boolean {
  if (patients.some(({ count }) => count?.best === 0)) return false;
  return tokens.slice(Math.max(0, from - 4), from).some(({ low }) => SPARED.test(low));
}

const SPARED = /^(?:not|never|nor|neither|nearly|almost|.*n't)$/;

/** "No one was seriously hurt", "none have life-threatening injuries": hurt they may be. */
const isMild = (tokens: readonly Token[], { quantity, from, to }: Told): boolean =>
  quantity?.best === 0 && tokens.slice(from, to).some(({ low }) => SEVERE.test(low));

/** "was found uninjured and taken to hospital as a precaution". */
const UNHARMED = new WordList(/^(?:uninjured|unharmed|unhurt|unscathed|precaution|precautionary)$/);

const SEVERE =
  /^(?:seriously|critically|badly|severely|gravely|serious|severe|critical|major|life-?threatening|life)$/;

/** "a triple homicide", "double shooting". */
function multiple(tokens: readonly Token[]): Told[] {
  const found: Told[] = [];
  if (!multipleWords.mayFind(tokens)) return found;
  for (let at = 0; at < tokens.length; at++) {
    const { low } = tokens[at]!;
    const count = multiples.get(low);
    if (count === undefined) continue;
    const fatal = tokens[at + 1]?.low === 'fatal';
    const noun = tokens[at + (fatal ? 2 : 1)]?.low ?? '';
    const killed = multipleKilled.has(noun) || (fatal && multipleShot.has(noun));
    if (!killed && !multipleShot.has(noun)) continue;
    const effect = killed ? 'killed' : 'hurt';
    const quantity = exactly(count);
    found.push({ effect, quantity, stated: true, people: [], from: at, to: at + (fatal ? 3 : 2) });
  }
  return found;
}

/** How far from a toll a remark can stand that sets it aside, in tokens. */
const REMARK_REACH = 14;

/** "three years ago …", "STORY: …", "0:50 …": what the article does not report. */
function asides(tokens: readonly Token[]): (toll: Told) => boolean {
  const [first, second] = tokens;
  const labelled = first && labels.has(first.low) && second?.low === ':';
  if (labelled || (first && /^\d{1,2}:\d\d$/.test(first.low))) return () => true;
  const found = remarks.findAll(tokens);
  return ({ from, to }) =>
    found.some((remark) => remark.from - to < REMARK_REACH && from - remark.to < REMARK_REACH);
}

function ofPeople(frame: Frame, people: readonly Person[]): Omit<Told, 'effect'> {
  const from = Math.min(frame.from, ...people.map((p) => p.from));
  const to = Math.max(frame.to, ...people.map((p) => p.to));
  return { ...amount(people), people, from, to };
}

/** "three deaths"; "the death toll has risen to 13". */
function nounToll(
  tokens: readonly Token[],
  frame: Frame,
  numbers: readonly NumberExpression[],
): Omit<Told, 'effect'> | null {
  const before = numbers.find(
    (n) => n.to === frame.from || (n.to === frame.from - 1 && tokens[n.to]?.kind === 'word'),
  );
  // "several wounds" may be one man's.
  if (before && frame.trigger.plural && tokens[frame.to - 1]!.low !== 'wounds') {
    return {
      quantity: before,
      stated: true,
      people: frame.patients,
      from: before.from,
      to: frame.to,
    };
  }
  if (tokens[frame.to]?.low !== 'toll') return null;
  const risen = tokens.findIndex(({ low }, i) => i > frame.to && RISEN.test(low));
  const near = Math.max(frame.to, risen);
  const after = numbers.find((n) => n.from > near && n.from - near < TOLL_BEHIND);
  if (!after) return null;
  return { quantity: after, stated: true, people: [], from: frame.from, to: after.to };
}

/** How far behind "toll", or what it does, its figure stands, in tokens. */
const TOLL_BEHIND = 14;
/** What a toll does: "the toll from the blast in the market of the town rose to six". */
const RISEN =
  /^(?:rose|risen|rises|climbed|climbs|jumped|reached|reaches|stands|stood|increased|grew|grown|hits|hit)$/;

/** The casualty field that an effect fills; `hurt` is decided with the whole mention. */
export function fieldOf(effect: Effect): CasualtyKind {
  return effect === 'hurt' ? 'injured' : effect;
}
