import type { CasualtyFigure } from '@tocsin/contracts';
import { canBeSame, describePerson } from '../../people/describe.js';
import type { Person } from '../../people/person.js';
import { WordList } from '../../language/word-list.js';
import { type Entry, type Individual, isAttacker } from './roster.js';
import { countsAttackers, statedFigure } from './stated.js';

/** What a draft's sentences tell of the dead and the hurt. */
export interface Told {
  readonly killed: readonly Entry[];
  readonly injured: readonly Entry[];
  /** Of people shot, stabbed, taken to hospital: hurt, whatever became of them. */
  readonly hurt: readonly Entry[];
  readonly dead: readonly Individual[];
  readonly alive: readonly Individual[];
  /** Whoever did it is said to have killed himself, too. */
  readonly suicide: boolean;
}

/** One way to arrive at a figure. */
export type Source =
  | 'rule'
  | 'people'
  | 'sure people'
  | 'lead people'
  | 'wounded people'
  | 'victims'
  | 'title'
  | 'lead'
  | 'highest'
  | 'usual'
  | 'rest'
  | 'rest of title'
  | 'rest of lead'
  | 'with attackers'
  | 'without attackers'
  | 'rest of victims'
  | 'beside the dead'
  | 'distinct people'
  | 'several people'
  | 'with those told'
  | 'sum'
  | 'list'
  | 'sum with singles'
  | 'plural'
  | 'rest of vague'
  | 'and suicide'
  | 'and himself';

/** The figures that could be meant, with what speaks for each; 0 stands for none at all. */
export interface Evidence {
  readonly kind: 'killed' | 'injured';
  readonly rule: CasualtyFigure | null;
  readonly values: ReadonlyMap<number, ReadonlySet<Source>>;
  readonly told: Told;
  /** Those killed, where the figure is of the injured. */
  readonly killed: number;
  readonly own: readonly Entry[];
  readonly others: number;
}

/** Sentences that count as the lead for people; numbers have their own measure in `stated.ts`. */
const LEAD = 5;

/** What speaks for each number of dead. */
export function killedEvidence(told: Told, rule: CasualtyFigure | null): Evidence {
  const values = new Values(rule);
  values.ofPeople(told.dead);
  values.ofNumbers(told.killed, told.dead);
  values.add(sumOf(told.killed), 'sum');
  values.add(sumWithSingles(told.killed), 'sum with singles');
  if (told.killed.some(isPlural)) values.add(2, 'plural');
  const listed = listOf(told.killed);
  values.add(listed, 'list');
  const { killed: own } = told;
  // "He killed six people and himself": seven are dead.
  const attackers = told.dead.filter(isAttacker).length;
  for (const stated of [own, own.filter(isTitle), own.filter(isLead)]) {
    const figure = statedFigure(stated);
    const total = figure?.quantity.best;
    if (figure == null || total == null || attackers === 0) continue;
    if (!isOfAll(own, figure.entry, total, attackers))
      values.add(total + attackers, 'with attackers');
    values.add(total, 'without attackers');
  }
  for (const total of besideSuicides(own)) values.add(total + 1, 'and himself');
  // "A murder-suicide … he killed his wife": nobody says that he is dead.
  if (told.suicide && attackers === 0) {
    values.add(told.dead.length + 1, 'and suicide');
    const stated = statedFigure(own)?.quantity.best;
    if (stated != null) values.add(stated + 1, 'and suicide');
    if (listed !== null) values.add(listed + 1, 'and suicide');
  }
  return {
    kind: 'killed',
    rule,
    values: values.all,
    told,
    killed: 0,
    own,
    others: told.alive.length,
  };
}

/** "kills daughter, grandchildren": how many they are is not said. */
const isOpen = ({ stated, quantity }: Entry['toll']): boolean =>
  !stated && quantity !== null && quantity.high === null;

const isAssailant = ({ actor }: Person): boolean => actor?.id === 'attacker';

/**
 * "left seven dead before he killed himself", "three fatally shot; suspect killed": the numbers of one sentence that
 * don't count whoever did it.
 */
const besideSuicides = (entries: readonly Entry[]): number[] =>
  entries.flatMap((entry) => {
    const { toll, piece } = entry;
    const total = toll.suicide || isOpen(toll) ? null : toll.quantity?.best;
    const himself = piece.reading.tolls.some(
      ({ suicide, effect, people }) =>
        (suicide || (toll.stated && effect === 'killed' && people.some(isAssailant))) &&
        !people.some((one) => toll.people.includes(one)),
    );
    const own = toll.people.some(isAssailant);
    return total != null && himself && !own && !countsAttackers(entry) ? [total] : [];
  });

/**
 * Whether a number counts who did it: "three died, including the gunman"; "five were found dead" where "he
 * killed four of them and himself".
 */
function isOfAll(
  own: readonly Entry[],
  { toll: { done } }: Entry,
  total: number,
  attackers: number,
): boolean {
  return own.some((entry) => {
    const { toll } = entry;
    const best = toll.stated ? toll.quantity?.best : null;
    if (best === total && countsAttackers(entry)) return true;
    return !done && toll.done && best === total - attackers;
  });
}

/** What speaks for each number of injured where so many were killed. */
export function injuredEvidence(told: Told, rule: CasualtyFigure | null, killed: number): Evidence {
  const values = new Values(rule);
  values.ofPeople(told.alive);
  values.add(told.alive.filter(({ effects }) => effects.has('injured')).length, 'wounded people');
  values.add(told.alive.filter(({ description }) => !description.attacker).length, 'victims');
  // Of the dead whom nobody describes anyone told of may be one.
  const known = told.dead.length >= killed;
  const distinct = told.alive.filter(
    (one) => isDistinct(one, told.dead) && (known || one.apart || one.effects.has('injured')),
  );
  values.add(distinct.length, 'distinct people');
  values.ofNumbers(told.injured, []);
  values.add(statedFigure(told.injured, told.alive)?.quantity.best, 'with those told');
  values.add(sumOf(told.injured), 'sum');
  values.add(sumWithSingles(told.injured), 'sum with singles');
  if (told.injured.some(isPlural)) values.add(2, 'plural');
  values.add(listOf(told.injured), 'list');
  // "shot two women before turning the gun on himself": he is none of them.
  const attackers = told.dead.filter(isAttacker).length;
  const victims = Math.max(0, killed - attackers);
  const listed = listOf(told.hurt);
  if (listed !== null) values.add(listed - victims, 'list');
  // Of those shot, whoever was not killed.
  values.rest(told.hurt, killed, 'rest', told.dead);
  values.rest(told.hurt.filter(isTitle), killed, 'rest of title', told.dead);
  values.rest(told.hurt.filter(isLead), killed, 'rest of lead', told.dead);
  if (attackers > 0) values.rest(told.hurt, victims, 'rest of victims');
  if (killed > 0) values.rest(told.hurt.filter(isBesideKilled), 0, 'beside the dead');
  values.add(severalOf(told.alive, told.dead), 'several people');
  const { injured: own } = told;
  return { kind: 'injured', rule, values: values.all, told, killed, own, others: told.hurt.length };
}

/**
 * How many of those killed can be among the people who were shot: none who shot them and then himself ("shot two women
 * before turning the gun on himself"), and no woman among "three men".
 */
export function deadAmong(
  { toll, piece }: Entry,
  killed: number,
  dead: readonly Individual[],
): number {
  const { tokens } = piece.reading.sentence;
  const sexes = toll.people
    .filter(({ part }) => !part)
    .map((person) => describePerson(tokens, person).sex);
  const isOther = ({ description: { sex } }: Individual): boolean =>
    sex !== null && sexes.length > 0 && sexes.every((one) => one !== null && one !== sex);
  const apart = dead.filter((one) => (toll.done && one.suicide) || isOther(one));
  return Math.max(0, killed - apart.length);
}

/** "Nine people were shot and one man was killed": those shot beside someone killed in one sentence. */
const isBesideKilled = ({ toll, piece }: Entry): boolean =>
  toll.people.length > 0 &&
  piece.reading.tolls.some(
    ({ effect, people, from }) =>
      effect === 'killed' &&
      people.length > 0 &&
      from > toll.from &&
      !people.some((one) => one.part || one.whole !== null || toll.people.includes(one)),
  );

/** How many of those hurt are each someone else than the dead and than one another, by name, age or sex. */
function severalOf(alive: readonly Individual[], dead: readonly Individual[]): number {
  const others = dead.map(({ description }) => description);
  let count = 0;
  for (const { description } of alive) {
    if (!description.other && others.some((one) => canBeSame(one, description))) continue;
    others.push(description);
    count++;
  }
  return count;
}

/** Someone who can be none of the dead, by name, age or sex. */
export const isDistinct = (
  { description, apart, effects }: Individual,
  dead: readonly Individual[],
): boolean =>
  description.other ||
  apart ||
  // "Her sister was injured": no one whom she was told of with.
  (description.possessed && effects.has('injured')) ||
  dead.every((one) => !canBeSame(one.description, description));

export const isEarly = ({ piece }: Entry): boolean => piece.reading.sentence.index < LEAD - 1;
export const isTitle = ({ piece }: Entry): boolean => piece.reading.sentence.part === 'title';
const isLead = (entry: Entry): boolean => isEarly(entry);

class Values {
  readonly all = new Map<number, Set<Source>>([[0, new Set()]]);

  constructor(rule: CasualtyFigure | null) {
    this.add(rule?.best ?? rule?.low ?? 0, 'rule');
  }

  add(value: number | null | undefined, source: Source): void {
    if (value == null || value < 0) return;
    this.all.set(value, (this.all.get(value) ?? new Set()).add(source));
  }

  ofPeople(people: readonly Individual[]): void {
    this.add(people.length, 'people');
    this.add(people.filter(({ sure }) => sure).length, 'sure people');
    this.add(people.filter(({ first }) => first < LEAD).length, 'lead people');
  }

  ofNumbers(entries: readonly Entry[], told: readonly Individual[]): void {
    const best = (some: readonly Entry[]): number | null =>
      statedFigure(some, told)?.quantity.best ?? null;
    this.add(best(entries.filter(isTitle)), 'title');
    this.add(best(entries.filter(isLead)), 'lead');
    this.add(best(entries), 'highest');
    this.add(usual(entries), 'usual');
  }

  rest(
    entries: readonly Entry[],
    killed: number,
    source: Source,
    dead: readonly Individual[] = [],
  ): void {
    const stated = statedFigure(entries);
    const total = stated?.quantity;
    if (stated == null || total?.best == null) return;
    const rest = total.best - deadAmong(stated.entry, killed, dead);
    this.add(rest, source);
    // "Several were shot" may be any number.
    if (total.vague) this.add(rest, 'rest of vague');
  }
}

/** "Two are in critical condition and five in stable": the most that one sentence's numbers add up to. */
function sumOf(entries: readonly Entry[]): number | null {
  const sums = new Map<number, { sum: number; seen: Set<number> }>();
  for (const { toll, piece } of entries) {
    const best = toll.stated ? toll.quantity?.best : null;
    if (best == null || best > MOST_SUMMED) continue;
    const { index } = piece.reading.sentence;
    const all = sums.get(index) ?? { sum: 0, seen: new Set() };
    const at = toll.people[0]?.from ?? toll.from;
    if (!all.seen.has(at)) all.sum += best;
    all.seen.add(at);
    sums.set(index, all);
  }
  const several = [...sums.values()].filter(({ seen }) => seen.size > 1);
  return several.length > 0 ? Math.max(...several.map(({ sum }) => sum)) : null;
}

/**
 * "Two boys were killed and their father died", "one is in critical condition, the other in stable": the most that one
 * sentence's numbers and single people add up to.
 */
function sumWithSingles(entries: readonly Entry[]): number | null {
  const seen = new Map<number, Map<number, number>>();
  const countingAll = new Set(
    entries.filter(countsAttackers).map(({ piece }) => piece.reading.sentence.index),
  );
  for (const { toll, piece } of entries) {
    if (isOpen(toll)) continue;
    const { index, tokens } = piece.reading.sentence;
    const counts = seen.get(index) ?? new Map<number, number>();
    seen.set(index, counts);
    const best = toll.stated ? toll.quantity?.best : null;
    if (best != null && best <= MOST_SUMMED) counts.set(toll.people[0]?.from ?? toll.from, best);
    if (toll.stated) continue;
    const self = toll.suicide && !countingAll.has(index);
    if (toll.suicide && !self) continue;
    const parts = piece.reading.people.filter(({ part }) => part);
    for (const { from, to, plural } of toll.people) {
      const pronoun = to - from === 1 && PRONOUN.test(tokens[from]!.low);
      const counted = parts.some((one) => one.from < to && from < one.to);
      if (!plural && !counted && (!pronoun || self)) counts.set(from, 1);
    }
  }
  const sums = [...seen.values()].filter(({ size }) => size > 1);
  if (sums.length === 0) return null;
  return Math.max(...sums.map((counts) => [...counts.values()].reduce((a, b) => a + b)));
}

const PRONOUN = new WordList(/^(?:he|she|him|her|himself|herself)$/);

/** "The teens were pronounced dead": more than one, however many. */
const isPlural = ({ toll: { quantity, people } }: Entry): boolean =>
  quantity === null && people.some(({ plural, count }) => plural && count === null);

/** "his mother, his sister and an officer": the most that one phrase lists without a number. */
function listOf(entries: readonly Entry[]): number | null {
  const lists = entries.filter(({ toll }) => !toll.stated && toll.people.length > 1);
  const most = Math.max(0, ...lists.map(({ toll }) => toll.quantity?.best ?? 0));
  return most > 1 ? most : null;
}

/** Larger numbers are totals, no parts of one. */
const MOST_SUMMED = 20;

/** The number stated most often, of equals the first. */
function usual(entries: readonly Entry[]): number | null {
  const times = new Map<number, number>();
  for (const { toll } of entries) {
    const best = toll.stated ? toll.quantity?.best : null;
    if (best != null) times.set(best, (times.get(best) ?? 0) + 1);
  }
  let top: number | null = null;
  for (const [value, count] of times) if (top === null || count > times.get(top)!) top = value;
  return top;
}
