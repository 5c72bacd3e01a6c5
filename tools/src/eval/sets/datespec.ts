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
      yield { id, results: times.flatMap((time) => toResult(text, time, reference)) };
    }
  },
};

interface Result {
  readonly text: string;
  readonly value: string;
}

export function toResult(text: string, time: ReadTime, reference: string): Result[] {
  const value = valueOf(time, reference);
  return value === null ? [] : [{ text: wordsOf(text, time), value }];
}

/** The set's extent: prepositions of bounds and ranges in, most articles before "next" and "last" out. */
function wordsOf(text: string, { wide }: ReadTime): string {
  return text
    .slice(wide.start, wide.end)
    .replace(
      /^the (?=(?:next|last|past|previous|coming|upcoming|same|few|\d{4}'?s|\d+ (?:next|last|past|previous|coming|upcoming))\b(?! (?:day|week of|month of)\b))/i,
      '',
    )
    .replace(/^the (?=(?:beginning|start) of)/i, '')
    .replace(/^that (?=same\b)/i, '');
}

const day = (iso: string): string => iso.slice(0, 10);
const time = (iso: string): string => iso.slice(11);
const dateTime = (iso: string): string => iso.replace('T', ' ');

function valueOf(read: ReadTime, reference: string): string | null {
  if (read.value === 'PRESENT_REF') return dateTime(reference.slice(0, 19));
  if (/_REF$/.test(read.value) && read.exact)
    return /^(?:minute|hour)$/.test(read.grain) ? dateTime(read.exact) : day(read.exact);
  if (read.value === 'PAST_REF' || read.value === 'FUTURE_REF') return null;
  if (read.type === 'SET' || read.grain === 'season') return 'not resolved';
  if (read.ends.length === 2) return rangeOf(read);
  if (read.type === 'DURATION' && !read.dated)
    return read.seconds === null ? null : String(read.seconds);
  const { start, end } = read.interval;
  if (start === null || end === null) return null;
  if (read.exact && /^(?:minute|hour|second)$/.test(read.grain)) return dateTime(read.exact);
  if (read.type === 'TIME' && !(read.bound && read.clock !== null)) return timeOf(read, start, end);
  if (read.exact && !read.bound) return day(read.exact);
  if (read.bound) return boundOf(read, start, end);
  if (read.grain === 'day' && !read.stretch)
    return read.type === 'DURATION' ? `${day(start)}/${day(end)}` : day(start);
  if (read.grain === 'day' && read.stretch === 'end') return `${day(start)} 23:59:59`;
  if (/^(?:hour|minute|second)$/.test(read.grain)) return `${dateTime(start)}/${dateTime(end)}`;
  const [from, to] = stretched(read, start, end);
  return `${day(from)}/${day(to)}`;
}

function boundOf(read: ReadTime, start: string, end: string): string {
  const { bound, exact, stretch, type, dated } = read;
  const short = type === 'TIME' ? (dated ? dateTime : time) : day;
  if (bound === 'before' || bound === 'until') return `/${short(exact ?? start)}`;
  if (bound === 'after') return `${short(exact ?? (type === 'TIME' ? start : end))}/`;
  return `${short(stretch === 'end' ? start : (exact ?? start))}/`;
}

/** A range goes here to where its last end begins, but to the end of an "end of". */
function rangeOf({ ends, dated }: ReadTime): string | null {
  const [first, last] = ends as [ReadTime, ReadTime];
  const from = first.interval.start;
  const to = last.stretch === 'end' ? last.interval.end : last.interval.start;
  if (from === null || to === null) return null;
  const clock = first.type === 'TIME' || last.type === 'TIME';
  if (!clock) return `${day(from)}/${day(to)}`;
  return dated ? `${dateTime(from)}/${dateTime(to)}` : `${time(from)}/${time(to)}`;
}

/** The set's hours for the parts of a day. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  morning: ['08:00:00', '12:00:00'],
  afternoon: ['12:00:00', '16:00:00'],
  evening: ['16:00:00', '20:00:00'],
  night: ['20:00:00', '23:59:59'],
  daytime: ['08:00:00', '18:00:00'],
  lunch: ['11:00:00', '13:00:00'],
};

function timeOf(
  { part, dated, stretch, interval, clock }: ReadTime,
  start: string,
  end: string,
): string {
  if (clock !== null && !part) {
    const length = Date.parse(`${interval.end}Z`) - Date.parse(`${interval.start}Z`);
    if (length > 3_600_000 || (dated && length > 60_000 && length !== 3_600_000))
      return `${dateTime(start)}/${dateTime(end)}`;
    return dated ? dateTime(start) : time(start);
  }
  let [from, to] = PARTS[part ?? ''] ?? [time(start), time(end)];
  const hours = Number(from.slice(0, 2)) + 2;
  const middle = `${String(hours).padStart(2, '0')}:00:00`;
  if (/^early|^earlier/.test(stretch ?? '')) to = middle;
  if (/^late/.test(stretch ?? '')) from = middle;
  return dated ? `${day(start)} ${from}/${day(start)} ${to}` : `${from}/${to}`;
}

/** The set's halves: "early next year" ends, "end of this year" begins in the middle of it. */
function stretched({ stretch }: ReadTime, start: string, end: string): [string, string] {
  if (stretch === 'rest')
    return [start, new Date(Date.parse(`${end}Z`) - 86_400_000).toISOString()];
  return [start, end];
}
