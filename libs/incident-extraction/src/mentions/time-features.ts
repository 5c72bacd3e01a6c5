import { WordSigns } from '../language/word-signs.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import { daysBetween } from '../time/calendar.js';
import type { TimeExpression } from '../time/find-times.js';
import { governorOf, openerBefore, timeClause } from './time-clause.js';

/** How a sentence stands to the draft whose day is sought. */
export type Standing = 'own' | 'refers' | 'others' | 'none';

/** What is known of one time that may be an incident's. */
export interface TimeSighting {
  readonly time: TimeExpression;
  readonly reading: SentenceReading;
  readonly standing: Standing;
  /** Token positions of the draft's triggers in the sentence. */
  readonly triggers: readonly number[];
  /** The draft's first sentence that gives a time. */
  readonly first: boolean;
}

/** Words of a day that is not the incident's: of court, arrest, mourning. */
const AFTERMATH = 1;
const HAPPENED = 2;
const DIED = 4;
const FURNITURE = 8;
const STAMPED = 16;
const SIGNS = new WordSigns([
  'court charged charges arraigned arraignment sentenced trial arrested arrest funeral vigil hearing jail bond custody pleaded convicted indicted autopsy conference interview appeared released rally memorial',
  'happened occurred responded called dispatched place broke erupted unfolded began incident shooting attack scene',
  'died dies pronounced death',
  'posted updated published copyright est edt cst cdt pst pdt pm am',
  'posted updated published copyright',
]);

/** What is asked of every time. */
const SIGHTED = [
  'own',
  'refers',
  'others',
  'title',
  'lead',
  'middle',
  'near',
  'apart',
  'first',
  'coarse',
  'part of day',
  'clock',
  'today',
  'eve',
  'two days',
  'week',
  'month',
  'season',
  'old',
  'ahead',
  'aftermath',
  'aftermath beside',
  'happened',
  'died beside',
  'furniture',
  'bound',
  'short',
  'weekday',
  'stamp',
  'names it',
  'of another',
  'verb told',
  'verb of saying',
  'other verb',
  'perfect',
  'time clause',
  'said today',
  'today told',
  'today told first',
] as const;

type Sign = (typeof SIGHTED)[number];

/**
 * The features' names, in the order of their weights. Wire copy in capitals tells "today" and datelines its
 * reports: each has a weight of its own there beside that of all.
 */
export const TIME_FEATURES: readonly string[] = [
  ...SIGHTED,
  ...SIGHTED.map((name) => `wire:${name}`),
];

/** How far behind such a word its day stands, and before its event a day that names it, in tokens. */
const STAMP = 3;
const NAMES = 3;
const NEAR = 4;
const BESIDE = 6;

/** Whether a word that the draft is not told by stands nearer to the time than all of its own. */
function isOfAnother({ time, reading, triggers }: TimeSighting): boolean {
  const gap = (at: number): number => Math.max(at - time.to + 1, time.from - at, 0);
  const own = Math.min(...triggers.map(gap));
  return reading.frames.some(({ from }) => !triggers.includes(from) && gap(from) < own);
}

/** One number a feature, 0 or 1; `upperCase` for wire copy in capitals. */
export function timeFeatures(
  sighting: TimeSighting,
  published: string,
  upperCase: boolean,
): number[] {
  const { time, reading, standing, triggers, first } = sighting;
  const { tokens, part, index } = reading.sentence;
  const age = daysBetween(time.start, published);
  const gap = Math.min(...triggers.map((at) => Math.max(at - time.to + 1, time.from - at, 0)));
  const sentence = SIGNS.within(tokens);
  const beside = SIGNS.within(tokens, time.from - BESIDE, time.to + BESIDE);
  const stamps = SIGNS.within(tokens, time.from - STAMP, time.from);
  const words = tokens.slice(time.from, time.to);
  const clause = standing === 'own' ? timeClause(reading, time, triggers) : null;
  const today = words.some(({ low }) => low === 'today' || low === 'tonight');
  const todayTold = today && clause === 'told';
  const flags: Record<Sign, boolean> = {
    own: standing === 'own',
    refers: standing === 'refers',
    others: standing === 'others',
    title: part === 'title',
    lead: index > 0 && index <= 2,
    middle: index > 2 && index <= 6,
    near: gap <= NEAR,
    apart: gap > NEAR * 3,
    first,
    coarse: time.unit !== 'day',
    'part of day': time.part !== null,
    clock: time.clock !== null,
    today: age === 0,
    eve: age === 1,
    'two days': age === 2,
    week: age > 2 && age <= 7,
    month: age > 7 && age <= 31,
    season: age > 31 && age <= 60,
    old: age > 60,
    ahead: age < 0,
    aftermath: (sentence & AFTERMATH) !== 0,
    'aftermath beside': (beside & AFTERMATH) !== 0,
    happened: (sentence & HAPPENED) !== 0,
    'died beside': (beside & DIED) !== 0,
    furniture: (beside & FURNITURE) !== 0 && tokens.length < 14,
    bound: time.bound !== null,
    short: tokens.length < 8,
    // "Posted: Tuesday, April 15": the page's day.
    stamp: (stamps & STAMPED) !== 0,
    // "Sunday's shooting", "the March 13 shooting".
    'names it': triggers.some((at) => at >= time.to && at - time.to <= NAMES),
    // "arrested on Wednesday in a killing": another word's day.
    'of another': standing === 'own' && isOfAnother(sighting),
    'verb told': clause === 'told',
    'verb of saying': clause === 'said',
    'other verb': clause === 'other',
    perfect: isPerfect(sighting),
    'time clause': standing === 'own' && openerBefore(reading, time, triggers) !== null,
    'said today': today,
    'today told': todayTold,
    'today told first': todayTold && first,
    weekday: words.some(({ low }) => low.endsWith('day') && low.length > 5),
  };
  const values = new Array<number>(TIME_FEATURES.length).fill(0);
  for (let i = 0; i < SIGHTED.length; i++) {
    if (!flags[SIGHTED[i]!]) continue;
    values[i] = 1;
    if (upperCase) values[SIGHTED.length + i] = 1;
  }
  return values;
}

/** "had fled on Monday", "has been in force since May". */
function isPerfect({ reading, time }: TimeSighting): boolean {
  const verb = governorOf(reading, time)?.verb;
  if (!verb || verb.main === verb.from) return false;
  return /^(?:had|has|have)$/.test(reading.sentence.tokens[verb.from]!.low);
}
