import type { Quantity } from '../../numbers/counts.js';
import type { Person } from '../../people/person.js';
import type { Token } from '../../text/tokens.js';
import { type Entry, type Individual, isAttacker } from './roster.js';
import { WordList } from '../../language/word-list.js';

/** Sentences of the title and the lead: their figures are the newest the article has. */
const LEAD = 4;

/** A figure that stands in the text. */
export interface Stated {
  readonly quantity: Quantity;
  readonly entry: Entry;
  readonly lead: boolean;
}

/**
 * The highest number of title and lead, else of the whole text; null where none is stated. `told` are
 * the individuals of the same fate: "two others" are counted besides those told of before.
 */
export function statedFigure(
  entries: readonly Entry[],
  told: readonly Individual[] = [],
): Stated | null {
  const numbers = entries.filter(({ toll }) => toll.stated && toll.quantity?.best != null);
  const stated = besides(numbers, told);
  const lead = stated.filter(({ piece }) => piece.reading.sentence.index < LEAD);
  const said = highest(lead.length > 0 ? lead : stated);
  // "Three shot … a fourth victim was also hurt": one more than title and lead have.
  const first = said && (lead.length > 0 ? (oneMore(said, stated) ?? said) : said);
  const entry = first && (isVague(first) ? (exactly(first, stated) ?? first) : first);
  return entry && { quantity: entry.toll.quantity!, entry, lead: lead.length > 0 };
}

/** Whom his place in a row makes one more than a number counts. */
const oneMore = (said: Entry, stated: readonly Entry[]): Entry | undefined =>
  stated.find(
    ({ toll }) =>
      toll.weak &&
      toll.people.length === 0 &&
      toll.quantity!.best! === said.toll.quantity!.best! + 1,
  );

const isVague = ({ toll }: Entry): boolean => toll.quantity?.vague === true;

/** "Dozens were hurt … 18 were taken to hospital": the exact number that a vague word leaves room for. */
const exactly = (vague: Entry, stated: readonly Entry[]): Entry | null =>
  highest(
    stated.filter(
      (entry) =>
        !isVague(entry) && entry.toll.quantity!.best! >= (vague.toll.quantity!.low ?? Infinity),
    ),
  );

function highest(entries: readonly Entry[]): Entry | null {
  let top: Entry | null = null;
  for (const entry of entries) {
    const best = entry.toll.quantity?.best;
    if (best != null && (!top || best > top.toll.quantity!.best!)) top = entry;
  }
  return top;
}

const OTHERS = new WordList(/^(?:others?|more|additional|another)$/);

/** "two others", "the other three victims". */
const isOthers = (tokens: readonly Token[], { from, to }: Person): boolean =>
  tokens.slice(Math.max(0, from - 1), to).some(({ low }) => OTHERS.test(low));

/** "One man was killed in his car and two others in the street" tells of three. */
export const besides = (entries: readonly Entry[], told: readonly Individual[]): Entry[] =>
  entries.map((entry) => withThoseTold(entry, told));

/** "Three died, including the gunman": who did it is one of those counted. */
export function countsAttackers({ toll, piece }: Entry): boolean {
  const { people, sentence } = piece.reading;
  return people.some(
    (person) =>
      person.part &&
      person.from >= toll.from &&
      person.from - toll.to < INCLUDED_REACH &&
      (person.actor?.id === 'attacker' ||
        /^(?:himself|herself)$/.test(sentence.tokens[person.from]!.low)),
  );
}

/** How far behind a toll those stand whom it includes, in tokens. */
const INCLUDED_REACH = 8;

/** "He killed six people and himself": of those killed by someone he is none. */
function attackersBeside({ toll, piece }: Entry, told: readonly Individual[]): number {
  const { done, effect, people } = toll;
  if (!done || effect !== 'killed' || countsAttackers({ toll, piece })) return 0;
  // "Police killed two suspects": these are the attackers.
  if (people.some(({ actor }) => actor?.id === 'attacker')) return 0;
  return told.filter(isAttacker).length;
}

/** "Two of his guards were also killed": besides whoever was told of before. */
const isAlso = ({ toll: { effect, people, to }, piece }: Entry): boolean =>
  effect === 'killed' &&
  people.some((person) =>
    piece.reading.sentence.tokens.slice(person.to, to).some(({ low }) => low === 'also'),
  );

function withThoseTold(entry: Entry, told: readonly Individual[]): Entry {
  const { toll, piece } = entry;
  const { tokens, index } = piece.reading.sentence;
  const others = toll.people.some(
    (person) => (person.count?.best ?? 0) > 1 && (isAlso(entry) || isOthers(tokens, person)),
  );
  // "Roe and three others were shot" counts him already; "four others, one of whom died" the dead.
  const counted = toll.people.filter(
    ({ count, plural, part }) => !plural && count === null && !part,
  ).length;
  const within = [toll, ...toll.people].some(({ to }) =>
    tokens.slice(to, to + 3).some(({ low }) => low === 'including'),
  );
  const before =
    others && !within
      ? told.filter(({ first, fateAt }) => first <= index && fateAt <= index).length - counted
      : 0;
  if (before + attackersBeside(entry, told) <= 0 || !toll.quantity) return entry;
  const added = Math.max(0, before) + attackersBeside(entry, told);
  const { low, best, high, vague } = toll.quantity;
  const plus = (value: number | null): number | null => (value === null ? null : value + added);
  const quantity = { low: plus(low), best: plus(best), high: plus(high), vague };
  return { piece, toll: { ...toll, quantity } };
}
