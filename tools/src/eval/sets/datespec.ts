import { type ReadTime, readTimes } from '@tocsin/incident-extraction';
import type { SetAdapter } from '../set-adapter.js';

/** Phrases → dates (Recognizers-Text): conversation about what is to come; either side is accepted. */
export const datespec: SetAdapter = {
  set: 'datespec',
  scorers: [{ scorer: 'specs', args: ['--set', 'datespec'] }],
  async *predict(cases) {
    for await (const { id, input } of cases) {
      const text = String(input['text'] ?? '');
      const reference = String(input['reference'] ?? '');
      const times = readTimes(text, reference, { direction: 'future', plain: true });
      const never = id.includes('DateParser') ? '0001-01-01' : UNRESOLVED;
      yield { id, results: times.flatMap((time) => toResult(text, time, reference, never)) };
    }
  },
};

interface Result {
  readonly text: string;
  readonly value: string;
}

const UNRESOLVED = 'not resolved';

/** `never`: what the set has for dates that no calendar has. */
export function toResult(
  text: string,
  time: ReadTime,
  reference: string,
  never = UNRESOLVED,
): Result[] {
  const value = isNever(time) ? never : valueOf(time, reference);
  return value === null ? [] : [{ text: wordsOf(text, time), value }];
}

const isNever = ({ type, dated, interval, value, ends }: ReadTime): boolean =>
  type === 'DATE' && !dated && interval.start === null && ends.length === 0 && !/_REF$/.test(value);

/** Years that are not the calendar's the set leaves open. */
const FISCAL = /^(?:the )?(?:(?:fiscal|school) year|[fs]y\b)/i;

/**
 * What the set leaves out: articles before "next" and "last" (but not of decades, and not "the last … of"),
 * stretches and years that are not the calendar's; "over" before an amount; zones.
 */
const LEFT_OUT: readonly RegExp[] = [
  /^the (?=(?:\d+ )?(?:next|last|past|previous|coming|upcoming|same|few)\b(?! (?:(?:\w+ )?decades?|day|week of|month of)\b)(?!.* of ))/i,
  /^the (?=(?:beginning|start|middle|end) of|mid\b|(?:fiscal|school) year|[fs]y\b|year to date|week \d)/i,
  /^the (?=\w+ (?:\w+ )?day of )/i,
  /^that (?=same\b)/i,
  /^over (?=\w+ \w+$)/i,
  / (?:[ecmp][sd]?t|gmt|utc)$/i,
];

/** The set's extent: prepositions of bounds and ranges in. */
function wordsOf(text: string, { wide, bound }: ReadTime): string {
  const words = text.slice(wide.start, wide.end);
  return bound ? words : LEFT_OUT.reduce((cut, part) => cut.replace(part, ''), words);
}

const next = (iso: string): string =>
  new Date(Date.parse(`${iso.slice(0, 10)}Z`) + 86_400_000).toISOString().slice(0, 10);
const day = (iso: string): string => iso.slice(0, 10);
const time = (iso: string): string => iso.slice(11);
const dateTime = (iso: string): string => iso.replace('T', ' ');

function valueOf(read: ReadTime, reference: string): string | null {
  if (read.value === 'PRESENT_REF')
    return read.bound ? `/${day(reference)}` : dateTime(reference.slice(0, 19));
  if (FISCAL.test(read.words)) return UNRESOLVED;
  if (/_REF$/.test(read.value) && read.exact)
    return /^(?:minute|hour)$/.test(read.grain) ? dateTime(read.exact) : day(read.exact);
  if (read.value === 'PAST_REF' || read.value === 'FUTURE_REF') return null;
  if (read.type === 'SET' || read.grain === 'season') return UNRESOLVED;
  if (read.ends.length === 2) return rangeOf(read);
  if (read.type === 'DURATION' && !read.dated && read.interval.start === null)
    return read.seconds === null ? null : String(read.seconds);
  const { dated } = read;
  const { start, end } = read.interval;
  if (start === null || end === null) return null;
  if (read.type === 'DURATION' && !read.dated) return `${time(start)}/${time(end)}`;
  // "2 days hence" is the stretch up to it here.
  if (read.exact && !read.bound && / hence$/i.test(read.words))
    return `${next(reference)}/${next(read.exact)}`;
  if (read.exact && /^(?:minute|hour|second)$/.test(read.grain)) return dateTime(read.exact);
  if (read.type === 'TIME' && !(read.bound && (read.clock !== null || !dated)))
    return timeOf(read, start, end);
  if (read.exact && !read.bound) return day(read.exact);
  if (read.bound) return boundOf(read, start, end);
  if (read.grain === 'day' && !read.stretch)
    return read.type === 'DURATION' ? `${day(start)}/${day(end)}` : day(start);
  if (read.grain === 'day' && read.stretch === 'mid')
    return `${day(start)} 10:00:00/${day(start)} 14:00:00`;
  if (read.grain === 'day' && /^later?$/.test(read.stretch ?? ''))
    return `${day(start)} 12:00:00/${day(end)} 00:00:00`;
  if (read.grain === 'day' && /^earl/.test(read.stretch ?? ''))
    return `${day(start)} 00:00:00/${day(start)} 12:00:00`;
  if (read.grain === 'day' && read.stretch === 'end') return `${day(start)} 23:59:59`;
  if (/^(?:hour|minute|second)$/.test(read.grain)) return `${dateTime(start)}/${dateTime(end)}`;
  const [from, to] = stretched(read, start, end, reference);
  return `${day(from)}/${day(to)}`;
}

function boundOf(
  { bound, exact, stretch, type, dated, grain, part }: ReadTime,
  start: string,
  end: string,
): string {
  const short = type === 'TIME' ? (dated ? dateTime : time) : day;
  const [from, to] = PARTS[part ?? ''] ?? [null, null];
  if (bound === 'before' || bound === 'until' || bound === 'by')
    return `/${from ?? short(stretch === 'end' ? end : (exact ?? start))}`;
  if (bound === 'after')
    return `${to ?? short(exact ?? (type === 'TIME' || grain === 'day' ? start : end))}/`;
  return `${from ?? short(exact ?? start)}/`;
}

/** A range goes here to where its last end begins, but to the end of an "end of". */
function rangeOf({ ends }: ReadTime): string | null {
  const [first, last] = ends as [ReadTime, ReadTime];
  const from = first.stretch === 'mid' ? middleOf(first) : first.interval.start;
  const to = last.stretch === 'end' ? last.interval.end : last.interval.start;
  if (from === null || to === null) return null;
  const clock = first.type === 'TIME' || last.type === 'TIME';
  if (!clock) return `${day(from)}/${day(to)}`;
  return first.dated && last.dated
    ? `${dateTime(from)}/${dateTime(to)}`
    : `${time(from)}/${time(to)}`;
}

/** "From the middle of 2007": the first midnight of its second half. */
function middleOf({ interval: { start, end } }: ReadTime): string {
  const [from, to] = [start, end].map((iso) => Date.parse(`${iso}Z`) / 86_400_000) as [
    number,
    number,
  ];
  return new Date(Math.ceil((from + to) / 2) * 86_400_000).toISOString().slice(0, 19);
}

/** The set's hours for the parts of a day. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  morning: ['08:00:00', '12:00:00'],
  afternoon: ['12:00:00', '16:00:00'],
  evening: ['16:00:00', '20:00:00'],
  night: ['20:00:00', '23:59:59'],
  daytime: ['08:00:00', '18:00:00'],
  breakfast: ['08:00:00', '12:00:00'],
  brunch: ['08:00:00', '12:00:00'],
  lunch: ['11:00:00', '13:00:00'],
  dinner: ['16:00:00', '20:00:00'],
};

function timeOf(
  { part, dated, stretch, interval, clock, words }: ReadTime,
  start: string,
  end: string,
): string {
  if (clock !== null && !part) {
    const length = Date.parse(`${interval.end}Z`) - Date.parse(`${interval.start}Z`);
    if (length > 3_600_000 || (dated && length > 60_000 && length !== 3_600_000))
      return dated ? `${dateTime(start)}/${dateTime(end)}` : `${time(start)}/${time(end)}`;
    return dated ? dateTime(start) : time(start);
  }
  let [from, to] = PARTS[part ?? ''] ?? [time(start), time(end)];
  if (/night-?time/i.test(words)) [from, to] = ['00:00:00', '08:00:00'];
  const hours = Number(from.slice(0, 2)) + 2;
  const middle = `${String(hours).padStart(2, '0')}:00:00`;
  if (/^early|^earlier/.test(stretch ?? '')) to = middle;
  if (/^late/.test(stretch ?? '')) from = middle;
  return dated ? `${day(start)} ${from}/${day(start)} ${to}` : `${from}/${to}`;
}

/**
 * The set's halves: weeks are cut after Wednesday, months after the 15th, years after June ("the beginning"
 * of a year after April); "mid" of a month is from the 10th to the 20th. What is later or earlier is also
 * cut by the day of writing.
 */
function stretched(
  { stretch, grain, value, words }: ReadTime,
  start: string,
  end: string,
  reference: string,
): [string, string] {
  if (stretch === null) return [start, end];
  if (stretch === 'rest')
    return [start, new Date(Date.parse(`${end}Z`) - 86_400_000).toISOString()];
  const whole = wholeOf(grain, value, start);
  if (!whole || /to.date$|td$/i.test(words)) return [start, end];
  const [from, cut, to] = whole;
  if (stretch === 'mid')
    return grain === 'month' ? [`${from.slice(0, 8)}10`, `${from.slice(0, 8)}21`] : [start, end];
  const today = day(reference);
  const holds = from <= today && today < to;
  if (/^(?:start|early|earlier)$/.test(stretch)) {
    if (stretch === 'start' && grain === 'year') return [start, end];
    return [from, stretch === 'earlier' && holds && today < cut ? today : cut];
  }
  return [stretch === 'later' && holds && today > cut ? today : cut, to];
}

/** Where a year, month or week begins, is cut and ends. */
function wholeOf(grain: string, value: string, start: string): [string, string, string] | null {
  const at = (iso: string, days: number): string => {
    let moved = iso;
    for (let n = 0; n < days; n++) moved = next(moved);
    return moved;
  };
  if (grain === 'year') {
    return [
      `${value}-01-01`,
      `${value}-07-01`,
      `${String(Number(value) + 1).padStart(4, '0')}-01-01`,
    ];
  }
  if (grain === 'month') {
    const first = `${value}-01`;
    return [first, `${value}-16`, `${at(first, 31).slice(0, 7)}-01`];
  }
  if (grain !== 'week') return null;
  const sinceMonday = (new Date(`${day(start)}Z`).getUTCDay() + 6) % 7;
  const monday = new Date(Date.parse(`${day(start)}Z`) - sinceMonday * 86_400_000);
  const from = monday.toISOString().slice(0, 10);
  return [from, at(from, 3), at(from, 7)];
}
