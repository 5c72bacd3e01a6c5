import type { CasualtyFigure } from '@tocsin/contracts';
import type { Entry, Individual } from './roster.js';
import { statedFigure } from './stated.js';

/** What a draft's sentences tell of the dead and the hurt. */
export interface Told {
  readonly killed: readonly Entry[];
  readonly injured: readonly Entry[];
  /** Of people shot, stabbed, taken to hospital: hurt, whatever became of them. */
  readonly hurt: readonly Entry[];
  readonly dead: readonly Individual[];
  readonly alive: readonly Individual[];
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
  | 'rest of lead';

/** The figures that could be meant, with what speaks for each; 0 stands for none at all. */
export interface Evidence {
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
  const { killed: own } = told;
  return { rule, values: values.all, told, killed: 0, own, others: told.alive.length };
}

/** What speaks for each number of injured where so many were killed. */
export function injuredEvidence(told: Told, rule: CasualtyFigure | null, killed: number): Evidence {
  const values = new Values(rule);
  values.ofPeople(told.alive);
  values.add(told.alive.filter(({ effects }) => effects.has('injured')).length, 'wounded people');
  values.add(told.alive.filter(({ description }) => !description.attacker).length, 'victims');
  values.ofNumbers(told.injured, []);
  // Of those shot, whoever was not killed.
  values.rest(told.hurt, killed, 'rest');
  values.rest(told.hurt.filter(isTitle), killed, 'rest of title');
  values.rest(told.hurt.filter(isLead), killed, 'rest of lead');
  const { injured: own } = told;
  return { rule, values: values.all, told, killed, own, others: told.hurt.length };
}

export const isEarly = ({ piece }: Entry): boolean => piece.reading.sentence.index < LEAD - 1;
const isTitle = ({ piece }: Entry): boolean => piece.reading.sentence.part === 'title';
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

  rest(entries: readonly Entry[], killed: number, source: Source): void {
    const total = statedFigure(entries)?.quantity.best;
    if (total != null) this.add(total - killed, source);
  }
}

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
