import { cues } from '../lexicon/cues.js';
import { organisations } from '../lexicon/organisations.js';
import { targetNouns } from '../lexicon/targets.js';
import type { Effect, Sense } from '../lexicon/triggers.js';
import type { Frame } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft, EventClass } from './draft.js';

/** Everything that the choice of a type looks at, as sets of plain words. */
export interface TypeFacts {
  readonly eventClass: EventClass;
  /** Senses by weight, heaviest first: title and lead say what it is, details say less. */
  readonly senses: readonly Sense[];
  /** Ids of the draft's own senses, and of all that its sentences tell. */
  readonly own: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  /** Classes of those who act and of those to whom it is done; organisations as "named …". */
  readonly agents: ReadonlySet<string>;
  readonly patients: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly cues: ReadonlySet<string>;
  readonly killed: boolean;
  readonly injured: boolean;
  readonly arrested: boolean;
}

/** Gathers the facts of a draft. Linear in its sentences. */
export const typeFacts = (draft: Draft): TypeFacts => new DraftFacts(draft);

/** A class, for an object literal with getters has a shape of its own each time, and all that reads it is slow. */
class DraftFacts implements TypeFacts {
  readonly eventClass: EventClass;
  readonly senses: readonly Sense[];
  readonly own: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly patients: ReadonlySet<string>;
  readonly killed: boolean;
  readonly injured: boolean;
  readonly arrested: boolean;
  readonly #around: readonly SentenceReading[];
  #targets: ReadonlySet<string> | null = null;
  #cues: ReadonlySet<string> | null = null;

  constructor(draft: Draft) {
    const around = draft.pieces.map((piece) => piece.reading);
    const frames = around.flatMap((reading) => reading.frames);
    const tolls = draft.pieces.flatMap((piece) => piece.tolls);
    // "no one was killed" counts zero; where nothing is counted the bare word tells.
    const counts = (effect: Effect): boolean => {
      const figures = tolls.filter((toll) => toll.effect === effect);
      if (figures.length > 0) return figures.some(({ quantity }) => quantity?.best !== 0);
      return frames.some((f) => f.trigger.sense.effect === effect && f.realis === 'actual');
    };
    this.eventClass = draft.eventClass;
    this.senses = weigh(draft);
    this.own = new Set(this.senses.map(({ id }) => id));
    this.near = new Set([
      ...this.own,
      ...frames.filter(isBeside).map(({ trigger }) => trigger.sense.id),
    ]);
    this.agents = new Set([...classesOf(frames, 'agents'), ...around.flatMap(named)]);
    this.patients = new Set(classesOf(frames, 'patients'));
    this.killed = counts('killed');
    this.injured = counts('injured') || counts('hurt');
    this.arrested = counts('arrested');
    this.#around = around;
  }

  // Read when a rule asks: most are answered before.
  get targets(): ReadonlySet<string> {
    return (this.#targets ??= new Set(this.#around.flatMap(targetsIn)));
  }

  get cues(): ReadonlySet<string> {
    return (this.#cues ??= new Set(this.#around.flatMap(cuesIn)));
  }
}

/** "riot police" tell of no riot. */
const isBeside = ({ naming, trigger: { sense } }: Frame): boolean => !naming || sense.id !== 'riot';

const classesOf = (frames: readonly Frame[], role: 'agents' | 'patients'): string[] =>
  frames.flatMap((frame) => frame[role].flatMap(({ actor }) => (actor ? [actor.id] : [])));

const targetsIn = ({ sentence }: SentenceReading): string[] =>
  targetNouns.findAll(sentence.tokens).map(({ value }) => value);

const cuesIn = ({ sentence }: SentenceReading): readonly string[] =>
  cues.findAll(sentence.tokens).flatMap(({ value }) => value);

const named = ({ sentence }: SentenceReading): string[] =>
  organisations.findAll(sentence.tokens).map(({ value }) => `named ${value}`);

function weigh(draft: Draft): Sense[] {
  const weights = new Map<string, { sense: Sense; weight: number }>();
  for (const piece of draft.pieces) {
    const { index, part } = piece.reading.sentence;
    const near = part === 'title' ? 2 : 1 / (1 + index / 4);
    for (const { trigger } of piece.frames) {
      const entry = weights.get(trigger.sense.id) ?? { sense: trigger.sense, weight: 0 };
      entry.weight += near * specificity(trigger.sense);
      weights.set(trigger.sense.id, entry);
    }
  }
  return [...weights.values()].sort((a, b) => b.weight - a.weight).map(({ sense }) => sense);
}

/** "attack", "kill" and "crash" fit everything; "suicide bomb" and "derail" fit one type. */
function specificity(sense: Sense): number {
  if (sense.group === 'harm') return 0.1;
  if (sense.id === 'crash') return 0.5;
  return sense.sub === 'Attack' || sense.sub === 'Looting/property destruction' ? 0.6 : 1;
}
