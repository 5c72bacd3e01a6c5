import type { Evidence, Source } from './evidence.js';
import { isEarly } from './evidence.js';
import { type Entry, isAttacker } from './roster.js';
import { statedFigure } from './stated.js';

const SOURCES: readonly Source[] = [
  'rule',
  'people',
  'sure people',
  'lead people',
  'wounded people',
  'victims',
  'title',
  'lead',
  'highest',
  'usual',
  'rest',
  'rest of title',
  'rest of lead',
  'with attackers',
  'without attackers',
  'rest of victims',
  'beside the dead',
  'distinct people',
  'several people',
  'with those told',
  'sum',
  'list',
  'sum with singles',
  'plural',
  'rest of vague',
  'and suicide',
  'and himself',
];

/** The features' names, in the order of their weights: the sources first, then what stands around. */
export const FIGURE_FEATURES = [
  ...SOURCES,
  'none',
  'none told',
  'none though implied',
  'none by entries',
  'none by early entries',
  'none by others',
  'none beside killed',
  'none beside several killed',
  'none, dead unnamed',
  'none, only shot',
  'none, only hospital',
  'none, set apart',
  'none, beside the dead',
  'none, though alive',
  'none, though another',
  'less than several',
  'all people',
  'less than live',
  'one',
  'one implied',
  'one implied, one hurt',
  'size',
  'below rule',
  'above rule',
  'below stated',
  'below counted',
  'below derived',
  'below, dead unnamed',
  'less the unnamed dead',
  'less attackers',
  'done by attackers',
  'stated once',
  'stated again',
  'first stated',
  'total of lead',
  'stated exactly',
  'vague',
  'instead of vague',
  'one of murder-suicide',
] as const;

const flag = (value: boolean): number => (value ? 1 : 0);

const statingOf = (entries: readonly Entry[], value: number): Entry[] =>
  entries.filter(({ toll }) => toll.stated && toll.quantity?.best === value);

const isDone = (entries: readonly Entry[]): boolean =>
  entries.length > 0 && entries.every(({ toll }) => toll.done);

const isExact = ({ toll: { quantity } }: Entry): boolean =>
  quantity !== null && quantity.low === quantity.high;

/** The first number that stands in the text. */
const firstStated = (entries: readonly Entry[]): number | null =>
  entries.find(({ toll }) => toll.stated)?.toll.quantity?.best ?? null;

/** How many people are told of of whom none can be another. */
const several = (values: Evidence['values']): number =>
  Math.max(
    0,
    ...[...values].map(([value, sources]) => (sources.has('several people') ? value : 0)),
  );

/** How one of the values stands, in numbers from 0 to some 3 (logarithms of counts). */
export function figureFeatures(evidence: Evidence, value: number): number[] {
  const { rule, values, told, killed, own, others } = evidence;
  const sources = values.get(value);
  const byRule = rule?.best ?? rule?.low ?? 0;
  const none = value === 0;
  const implied = rule?.basis === 'derived' && own.length === 0;
  const { alive, dead } = told;
  const unnamed = killed > 0 ? Math.max(0, killed - dead.length) : 0;
  const below = value < byRule;
  const stating = statingOf(own, value);
  const deadAttackers = dead.filter(isAttacker).length;
  const times = stating.length;
  const hurtOfLead = statedFigure(told.hurt.filter(isEarly))?.quantity.best;
  const attackers = alive.filter(({ description }) => description.attacker).length;
  const context: Record<Exclude<(typeof FIGURE_FEATURES)[number], Source>, number> = {
    none: flag(none),
    'none told': flag(none && own.length + others === 0),
    'none though implied': flag(none && implied),
    'none by entries': none ? Math.log1p(own.length) : 0,
    'none by early entries': none ? Math.log1p(own.filter(isEarly).length) : 0,
    'none by others': none ? Math.log1p(others) : 0,
    'none beside killed': flag(none && killed > 0),
    'none beside several killed': flag(none && killed > 1),
    'none, dead unnamed': flag(none && unnamed > 0),
    'none, only shot': flag(
      none && killed > 0 && !alive.some(({ effects }) => effects.has('injured')),
    ),
    'none, only hospital': flag(none && alive.length > 0 && !alive.some(({ sure }) => sure)),
    // "another man", "was also shot": told to be someone else than the dead.
    'none, set apart': flag(none && alive.some(({ description }) => description.other)),
    'none, beside the dead': flag(none && alive.some(({ apart }) => apart)),
    'none, though alive': flag(none && alive.some(({ lives }) => lives)),
    'none, though another': flag(none && several(values) > 0),
    'all people': flag(
      ['sure people', 'distinct people', 'several people'].every((source) =>
        sources?.has(source as Source),
      ),
    ),
    'less than several': flag(value < several(values)),
    'less than live': flag(value < alive.filter(({ lives, apart }) => lives || apart).length),
    one: flag(value === 1),
    'one implied': flag(value === 1 && implied),
    // "charged with murder in the shooting of a girl": she is the one.
    'one implied, one hurt': flag(value === 1 && implied && alive.length === 1),
    size: Math.log1p(value),
    'below rule': flag(below),
    'above rule': flag(value > byRule),
    'below stated': flag(below && rule?.basis === 'stated'),
    'below counted': flag(below && rule?.basis === 'counted'),
    'below derived': flag(below && rule?.basis === 'derived'),
    'below, dead unnamed': flag(below && unnamed > 0),
    'less the unnamed dead': flag(unnamed > 0 && value === Math.max(0, byRule - unnamed)),
    'less attackers': flag(below && value === byRule - attackers),
    // "killed five" leaves out whoever did it, "five dead" does not.
    'done by attackers': flag(
      (sources?.has('with attackers') ?? false) && isDone(statingOf(own, value - deadAttackers)),
    ),
    // Two die in one at least.
    'one of murder-suicide': flag(value === 1 && rule?.basis === 'derived' && byRule === 2),
    'stated once': flag(times === 1),
    'stated again': Math.log(Math.max(1, times)),
    'first stated': flag(firstStated(own) === value),
    'total of lead': flag(killed > 0 && hurtOfLead === value + killed),
    vague: flag(rule?.basis === 'vague' && value === byRule),
    'instead of vague': flag(rule?.basis === 'vague' && value !== byRule && value > 0),
    'stated exactly': flag(stating.some(isExact)),
  };
  return FIGURE_FEATURES.map((name) =>
    name in context
      ? context[name as keyof typeof context]
      : flag(sources?.has(name as Source) ?? false),
  );
}
