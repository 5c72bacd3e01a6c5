import { type Atom, at, beginsWithDigit, touches } from './atoms.js';
import type { Clock, DayPart } from './expression.js';
import { cardinalAt, countAt } from './numbers.js';
import type { Hit, Reader } from './read-date.js';

type Half = 'am' | 'pm';

/** "am", "p.m.", "a.m" (cut before its last stop), "p . m ."; and the atom after it. */
export function halfAt(a: readonly Atom[], i: number): { half: Half; to: number } | null {
  const { low } = at(a, i);
  if (!low.startsWith('a') && !low.startsWith('p')) return null;
  const bare = /^([ap])\.?m\.?$/.exec(low);
  if (bare) return { half: bare[1] === 'a' ? 'am' : 'pm', to: i + 1 };
  // "9:00a"
  if ((low === 'a' || low === 'p') && touches(a, i) && /\d$/.test(at(a, i - 1).low)) {
    if (at(a, i + 1).low !== '.' || at(a, i + 2).low !== 'm')
      return { half: low === 'a' ? 'am' : 'pm', to: i + 1 };
  }
  if ((low !== 'a' && low !== 'p') || at(a, i + 1).low !== '.' || at(a, i + 2).low !== 'm')
    return null;
  const to = at(a, i + 3).low === '.' && at(a, i + 2).end + 1 >= at(a, i + 3).start ? i + 4 : i + 3;
  return { half: low === 'a' ? 'am' : 'pm', to };
}

interface Read {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  readonly to: number;
}

/** "8:00:31", "10:35", "8.30", "7"; the tokenizer leaves "8:00" + ":" + "31" before letters. */
function digitsAt(a: readonly Atom[], i: number): Read | null {
  const { low } = at(a, i);
  if (!beginsWithDigit(low)) return null;
  const clock = /^(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?$/.exec(low);
  if (!clock) return null;
  let [minute, second] = [clock[2], clock[3]].map((x) => (x ? Number(x) : null)) as [
    number | null,
    number | null,
  ];
  let to = i + 1;
  while (second === null && /^[:.]$/.test(at(a, to).low) && touches(a, to) && touches(a, to + 1)) {
    const next = at(a, to + 1);
    if (next.low.length !== 2 || !Number.isInteger(next.number)) break;
    if (minute === null) minute = next.number;
    else second = next.number;
    to += 2;
  }
  const hour = Number(clock[1]);
  if (hour > 24 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  return { hour, minute, second, to };
}

const clockOf = ({ hour, minute, second }: Omit<Read, 'to'>, half: Half | null): Clock => ({
  kind: 'clock',
  hour,
  minute,
  second,
  half,
  utc: false,
});

/** "10:35 a.m.", "3pm", "1140 a.m.", "noon", "seven p.m.", "7 o'clock", "half past eight", "0200 GMT". */
export const readClock: Reader = (a, i) => {
  const { low, word } = at(a, i);
  if (word?.clock !== undefined)
    return {
      expression: clockOf({ hour: word.clock, minute: null, second: null }, null),
      to: i + 1,
    };
  const spoken = pastAt(a, i) ?? wordsAt(a, i);
  if (spoken) return finish(a, spoken.read, spoken.half);
  const read = digitsAt(a, i);
  if (read) {
    const half = halfAt(
      a,
      at(a, read.to).low === '.' && touches(a, read.to) && halfAt(a, read.to + 1)
        ? read.to + 1
        : read.to,
    );
    if (half && read.hour <= 12) return finish(a, { ...read, to: half.to }, half.half);
    if (half) return finish(a, { ...read, to: half.to }, null);
    if (/^(?:o'clock|ampm)$/.test(at(a, read.to).low))
      return finish(a, { ...read, to: read.to + 1 }, null);
    if (read.minute === null && read.hour <= 12 && inPartAt(a, read.to))
      return finish(a, read, null);
    if (read.minute !== null && (low.includes(':') || read.second !== null))
      return finish(a, read, null);
    return null;
  }
  const four = beginsWithDigit(low) ? /^(\d{1,2})(\d{2})$/.exec(low) : null;
  if (!four || Number(four[1]) > 24 || Number(four[2]) > 59) return null;
  const compact = { hour: Number(four[1]), minute: Number(four[2]), second: null, to: i + 1 };
  const half = halfAt(a, i + 1);
  if (half && compact.hour <= 12) return finish(a, { ...compact, to: half.to }, half.half);
  const military = at(a, i + 1);
  const zoned = military.word?.zone || (military.low === 'local' && at(a, i + 2).low === 'time');
  if (low.length === 4 && (zoned || (military.low === 'hours' && at(a, i - 1).low !== 'for')))
    return finish(a, zoned ? compact : { ...compact, to: i + 2 }, null);
  return null;
};

/** Zone and part of day after a time: "9 a.m. EST", "14:58 UTC", "eight in the morning". */
function finish(a: readonly Atom[], read: Read, half: Half | null): Hit {
  let to = read.to;
  let utc = false;
  if (at(a, to).word?.zone) {
    utc = /^(?:gmt|utc)$/.test(at(a, to).low);
    to++;
  } else if (at(a, to).low === 'local' && at(a, to + 1).low === 'time') to += 2;
  const part = inPartAt(a, to);
  if (part && half === null && read.hour <= 12) {
    const pm =
      part.part === 'afternoon' ||
      part.part === 'evening' ||
      (part.part === 'night' && read.hour >= 6);
    return { expression: clockOf(read, pm ? 'pm' : 'am'), to: part.to };
  }
  return { expression: { ...clockOf(read, half), utc }, to };
}

/** "in the morning", "at night". */
export function inPartAt(a: readonly Atom[], i: number): { part: DayPart; to: number } | null {
  const { low } = at(a, i);
  const to = low === 'in' && at(a, i + 1).low === 'the' ? i + 2 : low === 'at' ? i + 1 : -1;
  const part = to > 0 ? at(a, to).word?.dayPart : undefined;
  return part && !at(a, to).word?.plural ? { part, to: to + 1 } : null;
}

/** "ten past 9", "half past eight", "quarter to six". */
function pastAt(a: readonly Atom[], i: number): { read: Read; half: Half | null } | null {
  const skip = at(a, i).low === 'a' && at(a, i + 1).low === 'quarter' ? 1 : 0;
  const { low } = at(a, i + skip);
  const count =
    low === 'half'
      ? { n: 30, to: i + 1 }
      : low === 'quarter'
        ? { n: 15, to: i + skip + 1 }
        : countAt(a, i);
  if (!count?.n || count.n > 59) return null;
  const minutes = at(a, count.to).word?.unit === 'minute' ? count.to + 1 : count.to;
  const word = at(a, minutes).low;
  if (word !== 'past' && !(word === 'to' && (low === 'quarter' || minutes > count.to))) return null;
  const hour = countAt(a, minutes + 1);
  if (!hour?.n || !Number.isInteger(hour.n) || hour.n > 12) return null;
  const oclock = at(a, hour.to).low === "o'clock" ? 1 : 0;
  const half = halfAt(a, hour.to + oclock);
  const past = word === 'past';
  const read = {
    hour: past ? hour.n : (hour.n + 11) % 12 || 12,
    minute: past ? count.n : 60 - count.n,
    second: null,
    to: half ? half.to : hour.to + oclock,
  };
  return { read, half: half?.half ?? null };
}

/** "seven p.m.", "three thirty p.m.", "seven o'clock". */
function wordsAt(a: readonly Atom[], i: number): { read: Read; half: Half | null } | null {
  const hour = cardinalAt(a, i);
  if (!hour || hour.n > 12) return null;
  const minute = cardinalAt(a, hour.to);
  const to = minute ? minute.to : hour.to;
  const half = halfAt(a, to);
  const oclock = at(a, to).low === "o'clock";
  if (!half && !oclock && !(!minute && inPartAt(a, to))) return null;
  const read = {
    hour: hour.n,
    minute: minute?.n ?? null,
    second: null,
    to: half ? half.to : oclock ? to + 1 : to,
  };
  return { read, half: half?.half ?? null };
}

/** An hour that only its place makes one: "at 7", "from 10:30 to 3", "three thirty". */
export function bareHourAt(a: readonly Atom[], i: number): { clock: Clock; to: number } | null {
  const full = readClock(a, i);
  if (full) return { clock: full.expression as Clock, to: full.to };
  const digits = digitsAt(a, i);
  if (digits && digits.hour <= 24) return { clock: clockOf(digits, null), to: digits.to };
  const hour = cardinalAt(a, i);
  if (!hour || hour.n > 12) return null;
  const minute = cardinalAt(a, hour.to);
  const told = minute && minute.n >= 10 && minute.n < 60 ? minute.to : hour.to;
  const minutes = told > hour.to && at(a, told).low === 'minutes' ? 1 : 0;
  const to = told + minutes;
  const read = { hour: hour.n, minute: to > hour.to ? minute!.n : null, second: null };
  return { clock: clockOf(read, null), to };
}
