import type { CasualtyKind } from '@tocsin/contracts';
import { countOf, type Person } from '../people/person.js';
import type { NumberExpression, Quantity } from '../numbers/counts.js';
import type { Effect } from '../lexicon/triggers.js';
import type { Token } from '../text/tokens.js';
import type { Frame } from './frames.js';

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
}

/** Bodies count where they are found, not where they are merely spoken of. */
const FINDING = new Set(['found', 'discovered', 'recovered', 'retrieved', 'pulled']);

/** All tolls of a sentence: of its frames, of "N deaths" and "death toll …", of bodies found. */
export function readTolls(
  tokens: readonly Token[],
  frames: readonly Frame[],
  people: readonly Person[],
  numbers: readonly NumberExpression[],
): Toll[] {
  const tolls: Toll[] = [];
  for (const frame of frames) {
    const { effect } = frame.trigger.sense;
    if (!effect || (frame.realis !== 'actual' && frame.realis !== 'attempted')) continue;
    const noun = frame.trigger.form === 'noun' ? nounToll(tokens, frame, numbers) : null;
    if (noun) tolls.push({ ...noun, effect });
    else if (frame.patients.length > 0) tolls.push({ ...ofPeople(frame), effect });
  }
  return [...tolls, ...bodies(tokens, people)];
}

function ofPeople(frame: Frame): Omit<Toll, 'effect'> {
  const counted = frame.patients.filter((person) => !person.part);
  const from = Math.min(frame.from, ...frame.patients.map((p) => p.from));
  const to = Math.max(frame.to, ...frame.patients.map((p) => p.to));
  return {
    quantity: sum(counted),
    stated: counted.some((person) => person.count !== null),
    people: frame.patients,
    from,
    to,
  };
}

/** People joined by "and" add up; an uncounted plural leaves the sum open above. */
export function sum(people: readonly Person[]): Quantity | null {
  let total: Quantity | null = null;
  for (const person of people) {
    const count = countOf(person);
    if (!count) {
      if (total !== null) total = openAbove(total);
      continue;
    }
    total = total ? plus(total, count) : count;
  }
  return total;
}

const openAbove = (quantity: Quantity): Quantity => ({ ...quantity, high: null });
const add = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a + b;
const plus = (a: Quantity, b: Quantity): Quantity => ({
  low: add(a.low, b.low),
  best: add(a.best, b.best),
  high: add(a.high, b.high),
  vague: a.vague || b.vague,
});

/** "three deaths"; "the death toll has risen to 13". */
function nounToll(
  tokens: readonly Token[],
  frame: Frame,
  numbers: readonly NumberExpression[],
): Omit<Toll, 'effect'> | null {
  const before = numbers.find(
    (n) => n.to === frame.from || (n.to === frame.from - 1 && tokens[n.to]?.kind === 'word'),
  );
  if (before && frame.trigger.plural) {
    return {
      quantity: before,
      stated: true,
      people: frame.patients,
      from: before.from,
      to: frame.to,
    };
  }
  if (tokens[frame.to]?.low !== 'toll') return null;
  const after = numbers.find((n) => n.from > frame.to && n.from - frame.to < 14);
  if (!after) return null;
  return { quantity: after, stated: true, people: [], from: frame.from, to: after.to };
}

function bodies(tokens: readonly Token[], people: readonly Person[]): Toll[] {
  return people
    .filter((person) => /^(?:body|bodies|corpses?)$/.test(tokens[person.to - 1]?.low ?? ''))
    .filter((person) =>
      tokens.slice(Math.max(0, person.from - 3), person.to + 4).some((t) => FINDING.has(t.low)),
    )
    .map((person) => ({
      effect: 'killed' as const,
      quantity: countOf(person),
      stated: person.count !== null,
      people: [person],
      from: person.from,
      to: person.to,
    }));
}

/** The casualty field that an effect fills; `hurt` is decided with the whole mention. */
export function fieldOf(effect: Effect): CasualtyKind {
  return effect === 'hurt' ? 'injured' : effect;
}
