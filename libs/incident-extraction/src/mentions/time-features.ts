import type { SentenceReading } from '../reading/sentence-reading.js';
import { daysBetween } from '../time/calendar.js';
import type { TimeExpression } from '../time/find-times.js';

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
const AFTERMATH =
  /^(?:court|charged|charges|arraigned|arraignment|sentenced|trial|arrested|arrest|funeral|vigil|hearing|jail|bond|custody|pleaded|convicted|indicted|autopsy|conference|interview|appeared|released|rally|memorial)$/;
const HAPPENED =
  /^(?:happened|occurred|responded|called|dispatched|place|broke|erupted|unfolded|began|incident|shooting|attack|scene)$/;
const DIED = /^(?:died|dies|pronounced|death)$/;
const FURNITURE = /^(?:posted|updated|published|copyright|est|edt|cst|cdt|pst|pdt|pm|am)$/;

/** The features' names, in the order of their weights. */
export const TIME_FEATURES = [
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
] as const;

const STAMPS = /^(?:posted|updated|published|copyright)$/;
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

/** One number a feature, 0 or 1. */
export function timeFeatures(sighting: TimeSighting, published: string): number[] {
  const { time, reading, standing, triggers, first } = sighting;
  const { tokens, part, index } = reading.sentence;
  const age = daysBetween(time.start, published);
  const gap = Math.min(...triggers.map((at) => Math.max(at - time.to + 1, time.from - at, 0)));
  const beside = tokens.slice(Math.max(0, time.from - BESIDE), time.to + BESIDE);
  const has = (words: typeof tokens, pattern: RegExp): boolean =>
    words.some(({ low }) => pattern.test(low));
  const words = tokens.slice(time.from, time.to);
  const flags: Record<(typeof TIME_FEATURES)[number], boolean> = {
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
    aftermath: has(tokens, AFTERMATH),
    'aftermath beside': has(beside, AFTERMATH),
    happened: has(tokens, HAPPENED),
    'died beside': has(beside, DIED),
    furniture: has(beside, FURNITURE) && tokens.length < 14,
    bound: time.bound !== null,
    short: tokens.length < 8,
    // "Posted: Tuesday, April 15": the page's day.
    stamp: has(tokens.slice(Math.max(0, time.from - STAMP), time.from), STAMPS),
    // "Sunday's shooting", "the March 13 shooting".
    'names it': triggers.some((at) => at >= time.to && at - time.to <= NAMES),
    // "arrested on Wednesday in a killing": another word's day.
    'of another': standing === 'own' && isOfAnother(sighting),
    weekday: words.some(({ low }) => low.endsWith('day') && low.length > 5),
  };
  return TIME_FEATURES.map((name) => (flags[name] ? 1 : 0));
}
