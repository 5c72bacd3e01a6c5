import type { Effect } from '../../lexicon/triggers.js';
import { canBeSame, combine, type Description, describePerson } from '../../people/describe.js';
import type { Person } from '../../people/person.js';
import type { Toll } from '../../reading/casualties.js';
import { BODILY } from '../../reading/harm/counted.js';
import type { Sentence } from '../../text/document.js';
import type { Draft, Piece } from '../draft.js';
import { isBesideDead, isToldToLive } from './beside-dead.js';
import { WordList } from '../../language/word-list.js';

/** What one sentence says of people harmed, and where. */
export interface Entry {
  readonly toll: Toll;
  readonly piece: Piece;
}

/** What a draft's sentences say of people harmed, in their order. */
export const tollsOf = ({ pieces }: Draft): Entry[] =>
  pieces.flatMap((piece) => piece.tolls.map((toll) => ({ toll, piece })));

/** One person told of across sentences. */
export interface Individual {
  description: Description;
  readonly effects: Set<Effect>;
  /** Told of by more than a hospital. */
  sure: boolean;
  suicide: boolean;
  /** Told to be hurt beside others who were killed. */
  apart: boolean;
  /** Told to live. */
  lives: boolean;
  /** Sentence that told of him first, last, and of the fate that he has now. */
  readonly first: number;
  last: number;
  fateAt: number;
}

/** Whether a sentence says of one of its people that he lives. */
const livesIn = ({ tolls, reading }: Piece, person: Person): boolean =>
  tolls.some((toll) => toll.people.includes(person) && isToldToLive(toll, reading));

/** More people than this are not told of one by one. */
const MAX_INDIVIDUALS = 60;

/** A phrase for one person, by its sentence and its first token. */
export const phraseKey = ({ reading }: Piece, { from }: { readonly from: number }): string =>
  `${reading.sentence.index}:${from}`;

/** The people whom sentences tell of one by one, each once. */
export const buildRoster = (entries: readonly Entry[]): Individual[] => [
  ...new Set(individualsIn(entries).values()),
];

/** Whom each phrase for one person means, by its key, as they are told of. */
export function individualsIn(entries: readonly Entry[]): ReadonlyMap<string, Individual> {
  const roster: Individual[] = [];
  // A phrase of which several words tell is one person, whichever tells it.
  const phrases = new Map<string, Individual>();
  for (const { toll, piece, person } of tellings(entries)) {
    const { index, tokens } = piece.reading.sentence;
    const phrase = phraseKey(piece, person);
    const described = contrasted(describePerson(tokens, person), person, piece, toll.effect);
    const description = added(described, toll, piece.reading.sentence);
    const together = new Set(
      toll.people.flatMap((other) => phrases.get(phraseKey(piece, other)) ?? []),
    );
    const known =
      phrases.get(phrase) ??
      find(roster, description, toll, index, together, livesIn(piece, person));
    const individual = known ?? enter(roster, description, index);
    if (!individual) break;
    individual.description = combine(individual.description, description);
    if (toll.effect === 'killed' && !individual.effects.has('killed')) individual.fateAt = index;
    individual.effects.add(toll.effect);
    individual.sure ||= !toll.weak;
    individual.suicide ||= toll.suicide;
    individual.apart ||= isBesideDead(toll, person, piece.reading);
    individual.lives ||= isToldToLive(toll, piece.reading);
    individual.sure ||= individual.lives;
    individual.last = index;
    phrases.set(phrase, individual);
  }
  for (const entry of entries) markBoth(roster, entry);
  return phrases;
}

/** How many sentences before it those stand whom "both" means. */
const BOTH_REACH = 3;

/** "A man was shot in the neck. A woman was shot in the head. Both died.": the two told of right before. */
function markBoth(roster: readonly Individual[], { toll, piece }: Entry): void {
  const { index, tokens } = piece.reading.sentence;
  const [both, other] = toll.people;
  if (toll.effect !== 'killed' || !both || other || both.to - both.from > 1) return;
  if (tokens[both.from]!.low !== 'both') return;
  const meant = roster.filter(
    ({ first, effects }) => first < index && first >= index - BOTH_REACH && !effects.has('killed'),
  );
  if (meant.length !== 2) return;
  for (const one of meant) {
    one.effects.add('killed');
    one.fateAt = index;
  }
}

/** "A man has also been shot": someone else than those of whom this was told. */
function added(description: Description, toll: Toll, { tokens }: Sentence): Description {
  if (description.definite || description.other) return description;
  const also = tokens.slice(Math.max(0, toll.from - 1), toll.to).some(({ low }) => low === 'also');
  return also ? { ...description, other: true } : description;
}

/**
 * "A boy shot another boy", "one was killed and another hurt": other than someone of the sentence to whom
 * this did not happen, not other than everyone known.
 */
function contrasted(
  description: Description,
  person: Person,
  { reading }: Piece,
  told: Effect,
): Description {
  if (!description.other) return description;
  const spared = (one: Person): boolean =>
    one.to <= person.from &&
    isSingle(one) &&
    !reading.tolls.some(
      ({ effect, people }) =>
        BODILY.has(effect) &&
        (effect === 'killed') === (told === 'killed') &&
        people.some((p) => p.from === one.from),
    );
  return reading.people.some(spared) ? { ...description, other: false } : description;
}

/** One person in one toll. */
interface Telling extends Entry {
  readonly person: Person;
}

/** Of one sentence the dead first: whoever is hurt besides them is someone else; then as they stand. */
function tellings(entries: readonly Entry[]): Telling[] {
  const all = entries.flatMap(({ toll, piece }) =>
    toll.people
      .filter((person) => isSingle(person) && !person.part)
      .map((person): Telling => ({ toll, piece, person })),
  );
  const rank = ({ toll: { effect, suicide }, person, piece }: Telling): number =>
    // "shot another teen, killing him": whom the pronoun means stands before it.
    !suicide && OBJECT.test(piece.reading.sentence.tokens[person.from]!.low) && !person.name
      ? 2
      : effect === 'killed'
        ? 0
        : 1;
  const at = ({ piece }: Telling): number => piece.reading.sentence.index;
  return all.sort((a, b) => at(a) - at(b) || rank(a) - rank(b) || a.person.from - b.person.from);
}

const OBJECT = new WordList(/^(?:him|her)$/);

const isSingle = (person: Person): boolean =>
  !person.plural && (person.count === null || person.count.best === 1);

function enter(roster: Individual[], description: Description, index: number): Individual | null {
  if (roster.length >= MAX_INDIVIDUALS) return null;
  const effects = new Set<Effect>();
  const fresh = {
    description,
    effects,
    sure: false,
    suicide: false,
    apart: false,
    lives: false,
    first: index,
    last: index,
    fateAt: index,
  };
  roster.push(fresh);
  return fresh;
}

/** The one of the roster whom a phrase means most likely; of equals the latest. */
function find(
  roster: readonly Individual[],
  description: Description,
  toll: Toll,
  index: number,
  together: ReadonlySet<Individual>,
  lives: boolean,
): Individual | null {
  let best: Individual | null = null;
  let most = -Infinity;
  for (const known of roster) {
    if (together.has(known) || !canBeSame(known.description, description)) continue;
    if (isSomeoneElse(known, description, toll, index)) continue;
    // "A clerk was shot and is expected to recover": none of the dead told of before.
    if (lives && !description.definite && known.effects.has('killed')) continue;
    // "himself" alone is whoever else is told to have done it.
    if (toll.suicide && isBare(description) && !known.suicide && !known.description.attacker)
      continue;
    const score = likeness(known, description, toll.effect);
    if (score >= most) [best, most] = [known, score];
  }
  return best;
}

const isBare = ({ pronoun, last, age, ageGroup }: Description): boolean =>
  pronoun || (last === null && age === null && ageGroup === null);

/** How much speaks for a phrase and someone known being one person; the weights rank, no more. */
function likeness(
  { description, effects }: Individual,
  other: Description,
  effect: Effect,
): number {
  const named = description.last !== null && other.last !== null ? 16 : 0;
  const aged = description.age !== null && description.age === other.age ? 8 : 0;
  const sexed = description.sex !== null && description.sex === other.sex ? 1 : 0;
  const dead = effects.has('killed');
  const fate =
    effect === 'killed'
      ? dead
        ? 4
        : effects.has('injured')
          ? -4
          : 0
      : effect === 'injured' && dead
        ? -4
        : 0;
  return named + aged + sexed + (other.pronoun ? fate / 4 : fate);
}

/** Whether the text sets a phrase apart from someone whom it could mean. */
function isSomeoneElse(
  known: Individual,
  { definite, possessed, other, pronoun, last, age }: Description,
  { effect }: Toll,
  index: number,
): boolean {
  if (pronoun || (last !== null && last === known.description.last)) return false;
  if (other && !known.description.other) return true;
  // "A man was killed and a man was hurt."
  if (!definite && known.last === index && known.first === index) return true;
  const dead = known.effects.has('killed');
  // "Two were killed and another hurt … the second man died": one of the two, unless it says who he is.
  if (effect === 'killed' && known.apart && !dead && !isAged(known.description, age)) return true;
  // The dead don't recover; whoever is in hospital without being told of before is someone else.
  if (effect === 'injured' && dead && (!definite || possessed)) return true;
  // "The deputy is expected to be OK … Roe was shot dead": whoever has a name of his own is another.
  if (
    effect === 'killed' &&
    known.lives &&
    !dead &&
    last !== null &&
    !isAged(known.description, age)
  )
    return true;
  // "One died": not the boy who is in hospital, who would be "the boy".
  return effect === 'killed' && !dead && !definite && known.effects.has('injured');
}

const isAged = (known: Description, age: number | null): boolean =>
  age !== null && known.age === age;

/** Who did it: told of as the gunman, or killed by himself. */
export const isAttacker = ({ suicide, description }: Individual): boolean =>
  suicide || description.attacker;

export const isKilled = ({ effects }: Individual): boolean => effects.has('killed');

/** Hurt, and not told to have died. */
export const isHurt = (individual: Individual): boolean =>
  !isKilled(individual) && (individual.effects.has('injured') || individual.effects.has('hurt'));
