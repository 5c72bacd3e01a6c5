import { type Atom, at } from './atoms.js';
import type { DayPart, Expression, Phrase } from './expression.js';
import { bareHourAt, readClock } from './read-clock.js';
import { dayNumberAt, type Hit, readDate } from './read-date.js';
import { boundAfter, boundBefore } from './read-bound.js';
import { readDuration } from './read-duration.js';
import { readLasting } from './read-lasting.js';
import { readPeriod } from './read-period.js';
import { type Range, readRange } from './read-range.js';
import { readSet } from './read-set.js';
import { longestOf, readDayPart, toDate } from './read-words.js';
import { readersAt } from './readers.js';
import { WordList, WordSet } from '../language/word-list.js';

/** Whether an expression names one day, so that a time of day can stand with it. */
export function isDay(e: Expression): boolean {
  switch (e.kind) {
    case 'date':
      return e.day !== undefined;
    case 'weekday':
    case 'holiday':
      return true;
    case 'period':
      return e.unit === 'day' && !e.holding;
    case 'nth':
      return e.unit === 'day';
    case 'offset':
      return e.amounts.every(({ unit }) => unit === 'day');
    case 'stretch':
      return isDay(e.of);
    default:
      return false;
  }
}
/** Meals are no parts of the day: "at lunch tomorrow" names two times. */
const isTimeOfDay = (e: Expression): boolean =>
  e.kind === 'clock' || (e.kind === 'dayPart' && !MEALS.has(e.part));
const MEALS: ReadonlySet<DayPart> = new Set(['breakfast', 'brunch', 'lunch', 'dinner']);

/** One time with what belongs to it: "Friday at about 10:35 p.m.", "the early hours of Sunday". */
export function readTime(a: readonly Atom[], i: number): Hit | null {
  if (SILENT.has(at(a, i).low)) return null;
  const known = timesOf(a);
  let hit = known[i];
  if (hit === undefined) known[i] = hit = timeAt(a, i);
  return hit;
}

/** Prepositions that lead to a time and begin none that a reader knows. */
const SILENT = new WordSet(
  'on for from between since until till to as no not ever prior older before after starting'.split(
    ' ',
  ),
);

/** What was read where in the last sentence: ranges, lengths and single times all begin by reading one. */
let sentence: readonly Atom[] = [];
let memory: (Hit | null | undefined)[] = [];

function timesOf(a: readonly Atom[]): (Hit | null | undefined)[] {
  if (a !== sentence) {
    sentence = a;
    memory = [];
  }
  return memory;
}

function timeAt(a: readonly Atom[], i: number): Hit | null {
  const hit = longestOf(a, i, readersAt(at(a, i)));
  if (!hit) return null;
  const { expression } = hit;
  if (hit.bound) return hit;
  if (expression.kind === 'weekday' && !expression.which && !expression.week) {
    const away = weekdayAway(a, hit, expression.weekday);
    if (away) return away;
  }
  if (isDay(expression)) return withTime(a, hit);
  if (isTimeOfDay(expression)) return withDate(a, hit);
  if (expression.kind === 'set') return { ...hit, to: clockAfter(a, hit.to)?.to ?? hit.to };
  if (expression.kind === 'at' && expression.time.kind === 'dayPart')
    return withClock(a, hit, expression);
  return hit;
}

/** "Monday two weeks from now". */
function weekdayAway(a: readonly Atom[], hit: Hit, weekday: number): Hit | null {
  const away = readDuration(a, hit.to);
  if (away?.expression.kind !== 'offset' || away.bound || away.expression.less) return null;
  return { expression: { ...away.expression, weekday }, to: away.to };
}

/** The time of day after a day; a part of day and a clock may both follow. */
function withTime(a: readonly Atom[], date: Hit): Hit {
  const part = dayPartAfter(a, date.to);
  const week = part && date.expression.kind === 'weekday' ? weekAfter(a, part.to) : null;
  if (part && week)
    return {
      expression: {
        kind: 'at',
        date: { ...date.expression, week: week.expression } as Expression,
        time: part.expression,
      },
      to: week.to,
    };
  const dayed: Hit = part
    ? { expression: { kind: 'at', date: date.expression, time: part.expression }, to: part.to }
    : date;
  if (dayed.expression.kind === 'at') return withClock(a, dayed, dayed.expression);
  const bounded = boundedClock(a, date);
  if (bounded) return bounded;
  const clock = clockAfter(a, date.to);
  return clock
    ? { expression: { kind: 'at', date: date.expression, time: clock.expression }, to: clock.to }
    : date;
}

/** "today before 4pm", "next Monday until 5", "Tuesday by 2 in the afternoon". */
function boundedClock(a: readonly Atom[], date: Hit): Hit | null {
  const before = boundBefore(a, date.to);
  if (!before) return null;
  const clock = readClock(a, before.to);
  const hour = clock ? null : bareHourAt(a, before.to);
  const time =
    clock ?? (hour && isHourEnd(a, hour.to) ? { expression: hour.clock, to: hour.to } : null);
  if (!time) return null;
  return {
    expression: { kind: 'at', date: date.expression, time: time.expression },
    to: time.to,
    bound: before.bound,
  };
}

function dayPartAfter(a: readonly Atom[], i: number): Hit | null {
  const skip = at(a, i).low === ',' ? 1 : 0;
  const hit = readDayPart(a, i + skip);
  return hit?.expression.kind === 'dayPart' ? hit : null;
}

/** "Wednesday evening next week". */
function weekAfter(a: readonly Atom[], i: number): Hit | null {
  const week = readPeriod(a, at(a, i).low === 'of' ? i + 1 : i);
  return week?.expression.kind === 'period' && week.expression.unit === 'week' ? week : null;
}

type At = Extract<Expression, { kind: 'at' }>;

/** "tonight around 7", "Friday night at 10:30": the part of day tells which half. */
function withClock(a: readonly Atom[], hit: Hit, { date, time }: At): Hit {
  const clock = clockAfter(a, hit.to);
  if (!clock || time.kind !== 'dayPart') return hit;
  return {
    expression: { kind: 'at', date, time: halved(clock.expression, time.part) },
    to: clock.to,
  };
}

const APPROXIMATELY = /^(?:about|around|approximately|roughly|shortly|just|circa|nearly)$/;

/** Past "at", "around", "shortly before": to where a clock may stand; `bare` if a mere hour is one there. */
function clockAfter(a: readonly Atom[], i: number): Hit | null {
  let to = i;
  let bare = false;
  if (at(a, to).low === ',') to++;
  const range = readRange(a, to, readTime, true);
  if (range) return range;
  if (/^(?:at|for|around|about|from)$/.test(at(a, to).low)) {
    bare = /^(?:at|around|about)$/.test(at(a, to).low);
    to++;
  }
  while (APPROXIMATELY.test(at(a, to).low)) to++;
  if (/^(?:before|after)$/.test(at(a, to).low) && to > i) to++;
  const inner = bare ? readRange(a, to, readTime, true) : null;
  if (inner) return inner;
  const hit = readClock(a, to);
  if (hit) return hit;
  const hour = bare ? bareHourAt(a, to) : null;
  return hour && isHourEnd(a, hour.to) ? { expression: hour.clock, to: hour.to } : null;
}

const isHourEnd = (a: readonly Atom[], i: number): boolean =>
  i >= a.length || /^(?:[.,;:!?)]|and|or|to|until|with|for|in|on)$/.test(a[i]!.low);

/** The day after a time of day: "10 p.m. Saturday", "the early hours of Sunday", "night of May 5". */
function withDate(a: readonly Atom[], time: Hit): Hit {
  // "6am every day".
  const often = time.expression.kind === 'clock' ? readSet(a, time.to) : null;
  if (often) return often;
  if (time.expression.kind === 'dayPart') {
    // "in the afternoon at 7".
    const clock = clockAfter(a, time.to);
    const { part } = time.expression;
    if (clock && at(a, time.to).low === 'at')
      return { expression: halved(clock.expression, part), to: clock.to };
  }
  let to = aside(a, time.to);
  if (at(a, to).low === ',') to++;
  if (/^(?:on|of)$/.test(at(a, to).low)) to++;
  const inner = longestOf(a, to, readersAt(at(a, to)));
  const bare =
    time.expression.kind === 'clock' || to > time.to || time.expression.kind === 'dayPart';
  if (inner && bare && isDay(inner.expression)) {
    const part = time.expression.kind === 'clock' ? partOf(a, inner) : null;
    return {
      expression: {
        kind: 'at',
        date: inner.expression,
        time: part ? halved(time.expression, part.part) : time.expression,
      },
      to: part ? part.to : inner.to,
    };
  }
  if (
    inner &&
    bare &&
    inner.expression.kind === 'at' &&
    inner.expression.time.kind === 'dayPart' &&
    time.expression.kind === 'clock'
  )
    return withClockBefore(inner, inner.expression, time.expression);
  return time;
}

/** Past an aside such as "(0735 GMT)", where another day follows. */
function aside(a: readonly Atom[], i: number): number {
  if (at(a, i).low !== '(') return i;
  for (let to = i + 1; to <= i + 4; to++) if (at(a, to).low === ')') return to + 1;
  return i;
}

/** "10:30 last night". */
function withClockBefore(inner: Hit, { date, time }: At, clock: Expression): Hit {
  const half = time.kind === 'dayPart' ? halved(clock, time.part) : clock;
  return { expression: { kind: 'at', date, time: half }, to: inner.to };
}

/** "from 10:30 to 3 on 1/1/2015", "between 7 and 9:30 last night". */
function clockRangeOnDay(a: readonly Atom[], range: Hit): Hit | null {
  const e = range.expression;
  if (e.kind !== 'range' || e.first.kind !== 'clock' || e.last.kind !== 'clock') return null;
  const to = /^(?:on|of|in|,)$/.test(at(a, range.to).low) ? range.to + 1 : range.to;
  const inner = longestOf(a, to, readersAt(at(a, to)));
  if (!inner) return null;
  const part = isDay(inner.expression) ? partOf(a, inner) : null;
  if (part)
    return {
      expression: { kind: 'at', date: inner.expression, time: halved(e, part.part) },
      to: part.to,
    };
  if (isDay(inner.expression))
    return { expression: { kind: 'at', date: inner.expression, time: e }, to: inner.to };
  const day = inner.expression;
  if (day.kind !== 'at' || day.time.kind !== 'dayPart') return null;
  return {
    expression: { kind: 'at', date: day.date, time: halved(e, day.time.part) },
    to: inner.to,
  };
}

/** The part of the day that a clock before it is in: "8 o'clock Monday night". */
function partOf(a: readonly Atom[], day: Hit): { part: DayPart; to: number } | null {
  if (at(a, day.to).low === ',') return null;
  const hit = dayPartAfter(a, day.to);
  return hit?.expression.kind === 'dayPart' ? { part: hit.expression.part, to: hit.to } : null;
}

/** A bare hour in a part of the day: "7" of an evening is 19. */
function halved(e: Expression, part: DayPart): Expression {
  if (e.kind === 'range') return { ...e, first: halved(e.first, part), last: halved(e.last, part) };
  if (e.kind !== 'clock' || e.half !== null || e.hour > 12 || e.hour === 0) return e;
  return { ...e, half: /^(?:afternoon|evening|night|dusk)$/.test(part) ? 'pm' : 'am' };
}

/** "at 8 tomorrow", "at seven thirty on Friday": a bare hour with the day behind it. */
function hourOnDay(a: readonly Atom[], i: number): Hit | null {
  const hour = readClock(a, i) ? null : bareHourAt(a, i);
  if (!hour) return null;
  const to = at(a, hour.to).low === 'on' ? hour.to + 1 : hour.to;
  const day = longestOf(a, to, readersAt(at(a, to)));
  if (!day || !isDay(day.expression)) return null;
  return { expression: { kind: 'at', date: day.expression, time: hour.clock }, to: day.to };
}

/** The phrase that begins at an atom, with its preposition and its ends. */
export function readPhrase(a: readonly Atom[], i: number): Phrase | null {
  const { low } = at(a, i);
  const present = toDate(a, i);
  if (present) return { ...phrase(a, i, present), bound: 'until' };
  const range = readWithin(a, i) ?? readRange(a, i, readTime, false);
  const dayed = range && clockRangeOnDay(a, range);
  if (dayed) return { ...phrase(a, i, dayed), wideFrom: i };
  if (range) {
    const ends = range.ends.map((end) => phrase(a, end.from, end)) as [Phrase, Phrase];
    return { ...phrase(a, range.ends[0].from, range), wideFrom: i, ends };
  }
  const lasting = readLasting(a, i, readTime);
  if (lasting) return phrase(a, i, lasting);
  const hour = low === 'at' ? hourOnDay(a, i + 1) : null;
  if (hour) return phrase(a, i + 1, hour);
  const before = boundBefore(a, i);
  const loose = !before && WIDE.test(at(a, i).low) ? 1 : 0;
  const from = before?.to ?? i + loose;
  const hit = readTime(a, from);
  if (!hit || (before && hit.expression.kind === 'duration')) return null;
  const found = { ...phrase(a, from, hit), wideFrom: i };
  if (before) return { ...found, bound: before.bound };
  if (hit.bound) return { ...found, bound: hit.bound };
  const after = boundAfter(a, hit.to);
  return after ? { ...found, bound: after.bound, wideTo: after.to } : found;
}

/** "next week between Wednesday and Friday", "November between 19 and 20": a range inside what stands before it. */
function readWithin(a: readonly Atom[], i: number): Range | null {
  const whole = longestOf(a, i, WHOLES);
  if (!whole || !/^(?:between|from)$/.test(at(a, whole.to).low)) return null;
  const e = whole.expression;
  const range = readRange(a, whole.to, readTime, false);
  if (e.kind === 'period' && e.unit === 'week' && range?.expression.kind === 'range') {
    const { first, last } = range.expression;
    if (first.kind !== 'weekday' || last.kind !== 'weekday') return null;
    return within(range.ends, { ...first, week: e }, { ...last, week: e });
  }
  if (e.kind !== 'date' && !(e.kind === 'period' && e.unit === 'month')) return null;
  if (e.kind === 'date' && e.day !== undefined) return null;
  const first = dayNumberAt(a, whole.to + 1);
  const joint = first && /^(?:and|to|till|until|through|-|–)$/.test(at(a, first.to).low);
  const last = joint ? dayNumberAt(a, first.to + 1) : null;
  if (!first || !last || last.n <= first.n) return null;
  const day = (n: number): Expression =>
    e.kind === 'date'
      ? { ...e, day: n }
      : { kind: 'nth', n, count: 1, unit: 'day', weekday: null, of: e };
  const [from, mid] = [whole.to + 1, first.to + 1];
  const ends: Range['ends'] = [
    { from, to: first.to, expression: day(first.n) },
    { from: mid, to: last.to, expression: day(last.n) },
  ];
  return within(ends, day(first.n), day(last.n));
}

function within(ends: Range['ends'], first: Expression, last: Expression): Range {
  return {
    expression: { kind: 'range', first, last },
    to: ends[1].to,
    ends: [
      { ...ends[0], expression: first },
      { ...ends[1], expression: last },
    ],
  };
}

const WHOLES = [readDate, readPeriod];

/** These belong to the time that they blur. */
const WIDE = new WordList(/^(?:around|approximately|circa|roughly)$/);
const LOOSE = new WordList(
  /^(?:about|around|approximately|roughly|nearly|almost|some|circa|shortly)$/,
);

function phrase(a: readonly Atom[], from: number, { expression, to }: Hit): Phrase {
  const approximate = LOOSE.test(at(a, from - 1).low) || LOOSE.test(at(a, from).low);
  return { from, to, expression, wideFrom: from, wideTo: to, approximate };
}
