import { type Atom, at } from './atoms.js';
import type { DayPart, Expression, Stretch } from './expression.js';
import { isClauseEnd, type Hit, type Reader, readDate } from './read-date.js';
import { readCycle, readWeek } from './read-cycle.js';
import { readNth } from './read-nth.js';
import { readPeriod, readWeekday, shiftAt } from './read-period.js';
import { readDecade, readYear } from './read-year.js';
import type { Unit } from './units.js';

const day = (shift: number): Expression => ({ kind: 'period', unit: 'day', shift });
const part = (name: DayPart, stretch: Stretch | null = null): Expression => ({
  kind: 'dayPart',
  part: name,
  stretch,
  shift: null,
});

/** "today", "tonight", "now", "right now", "recently", "the future", "the day before yesterday". */
export const readWord: Reader = (a, i) => {
  const { low, word } = at(a, i);
  if (low === 'the' || low === 'day') {
    const from = low === 'the' ? i + 1 : i;
    const anchor = at(a, from + 2).word?.dayWord;
    if (
      at(a, from).low === 'day' &&
      anchor !== undefined &&
      /^(?:before|after)$/.test(at(a, from + 1).low)
    )
      return { expression: day(anchor + (at(a, from + 1).low === 'after' ? 1 : -1)), to: from + 3 };
    if (
      at(a, from).low === 'future' ||
      (at(a, from).low === 'past' && isClauseEnd(a, from + 1) && at(a, i - 1).low === 'in')
    )
      return {
        expression: {
          kind: 'reference',
          value: at(a, from).low === 'past' ? 'PAST_REF' : 'FUTURE_REF',
        },
        to: from + 1,
      };
    return eod(a, from) ?? null;
  }
  if (low === 'tonight')
    return { expression: { kind: 'at', date: day(0), time: part('night') }, to: i + 1 };
  const present = presentAt(a, i);
  if (present) return present;
  if (word?.dayWord !== undefined) return { expression: day(word.dayWord), to: i + 1 };
  if (low === 'right' && at(a, i + 1).low === 'now')
    return { expression: { kind: 'reference', value: 'PRESENT_REF' }, to: i + 2 };
  if (word?.reference)
    return { expression: { kind: 'reference', value: word.reference }, to: i + 1 };
  return eod(a, i);
};

/** "at the moment", "at this time", "at present". */
function presentAt(a: readonly Atom[], i: number): Hit | null {
  const lead = at(a, i).low === 'at' ? 1 : 0;
  if (!lead) return null;
  const the = /^(?:the|this)$/.test(at(a, i + lead).low) ? 1 : 0;
  const { low } = at(a, i + lead + the);
  const now =
    (the === 1 && low === 'moment') ||
    (the === 0 && low === 'present') ||
    (at(a, i + lead).low === 'this' && low === 'time');
  if (!now || !isClauseEnd(a, i + lead + the + 1)) return null;
  return { expression: { kind: 'reference', value: 'PRESENT_REF' }, to: i + lead + the + 1 };
}

/** "till date", "to date": up to now. */
export function toDate(a: readonly Atom[], i: number): Hit | null {
  if (!/^(?:to|till|until)$/.test(at(a, i).low) || at(a, i + 1).low !== 'date') return null;
  if (!isClauseEnd(a, i + 2)) return null;
  return {
    expression: { kind: 'reference', value: 'PRESENT_REF' },
    to: i + 2,
  };
}

const ENDS: ReadonlyMap<string, Unit> = new Map(
  Object.entries({ eod: 'day', eow: 'week', eom: 'month', eoy: 'year' }),
);

/** "end of day", "eod", "EOM". */
function eod(a: readonly Atom[], i: number): Hit | null {
  const unit = ENDS.get(at(a, i).low);
  if (unit)
    return {
      expression: { kind: 'stretch', stretch: 'end', of: { kind: 'period', unit, shift: 0 } },
      to: i + 1,
    };
  const spelled = at(a, i).low === 'end' && at(a, i + 1).low === 'of' && at(a, i + 2).low === 'day';
  if (!spelled) return null;
  return {
    expression: { kind: 'stretch', stretch: 'end', of: day(0) },
    to: i + 3,
  };
}

/** "the early hours", "this morning", "last night", "late afternoon", "overnight", "at lunchtime", "in the evening". */
export const readDayPart: Reader = (a, i) => {
  const { low } = at(a, i);
  const hours = low === 'the' ? i + 1 : i;
  if (/^(?:early|wee|small|morning)$/.test(at(a, hours).low) && earlyHours(a, hours)) {
    return {
      expression: part('early hours'),
      to: at(a, hours + 1).low === 'hours' ? hours + 2 : hours + 3,
    };
  }
  if (low === 'overnight') return { expression: part('overnight'), to: i + 1 };
  const preposition = /^(?:in|at|during|by)$/.test(low) ? 1 : 0;
  const the = at(a, i + preposition).low === 'the' ? 1 : 0;
  if (preposition && !the && low !== 'at') return null;
  const from = i + preposition + the;
  const stretch = stretchAt(a, from);
  if (stretch && at(a, stretch.to).low === 'tonight') {
    const night = part('night', stretch.stretch);
    return { expression: { kind: 'at', date: day(0), time: night }, to: stretch.to + 1 };
  }
  const lead = shiftAt(a, stretch?.to ?? from);
  const own = lead?.to ?? stretch?.to ?? from;
  const inner = lead && !stretch ? stretchAt(a, own) : null;
  const to = inner?.to ?? own;
  const named = at(a, to).word?.dayPart ?? (preposition ? MEALS.get(at(a, to).low) : undefined);
  if (!named || (at(a, to).low === 'nights' && !lead)) return null;
  const end = at(a, to + 1).low === '-' && at(a, to + 2).low === 'time' ? to + 3 : to + 1;
  const time = part(named, stretch?.stretch ?? inner?.stretch ?? null);
  if (lead) {
    if (
      lead.shift < 0 &&
      named !== 'night' &&
      named !== 'evening' &&
      named !== 'morning' &&
      named !== 'afternoon'
    )
      return null;
    return { expression: { kind: 'at', date: day(lead.shift), time }, to: end };
  }
  return { expression: time, to: end };
};

/** Meals, which are times behind "at" or "during" only. */
const MEALS: ReadonlyMap<string, DayPart> = new Map(
  Object.entries({
    breakfast: 'breakfast',
    brunch: 'brunch',
    lunch: 'lunch',
    dinner: 'dinner',
  }),
);

function earlyHours(a: readonly Atom[], i: number): boolean {
  return (
    at(a, i + 1).low === 'hours' || (at(a, i + 1).low === 'morning' && at(a, i + 2).low === 'hours')
  );
}

interface Stretched {
  readonly stretch: Stretch;
  readonly to: number;
}

const WORDS: ReadonlyMap<string, Stretch> = new Map(
  Object.entries({
    early: 'early',
    earlier: 'earlier',
    late: 'late',
    later: 'later',
    mid: 'mid',
    middle: 'mid',
    beginning: 'start',
    start: 'start',
    end: 'end',
    rest: 'rest',
    remainder: 'rest',
    close: 'end',
  }),
);

/** "early", "mid-", "the end of", "later in", "rest of the". */
function stretchAt(a: readonly Atom[], i: number): Stretched | null {
  const stretch = WORDS.get(at(a, i).low);
  if (!stretch) return null;
  let to = i + 1;
  if (at(a, to).low === '-') to++;
  else if (at(a, to).low === 'of') to++;
  else if (/^(?:in|on)$/.test(at(a, to).low)) {
    // "start in the next decade" is a verb.
    if (/^(?:beginning|start|end|rest|remainder|close)$/.test(at(a, i).low)) return null;
    to++;
  } else if (/^(?:rest|remainder)$/.test(at(a, i).low))
    return at(a, to).low === 'the' ? { stretch, to } : null;
  else if (/^(?:beginning|start|end|middle|close)$/.test(at(a, i).low)) return null;
  if (
    /^(?:in|on|of)$/.test(at(a, to - 1).low) &&
    at(a, to).low === 'the' &&
    at(a, to + 1).word?.dayPart
  )
    to++;
  return { stretch, to };
}

/** "earlier this week", "early next year", "mid-November", "the end of June", "late Friday", "year-end". */
export const readStretch: Reader = (a, i) => {
  const the = at(a, i).low === 'the' ? 1 : 0;
  const read = stretchAt(a, i + the);
  if (!read) return yearEnd(a, i + the);
  const of = longestOf(a, read.to, INNER);
  const inner = of ?? bareUnit(a, read);
  if (!inner) return null;
  return {
    expression: { kind: 'stretch', stretch: read.stretch, of: inner.expression },
    to: inner.to,
  };
};

/** "rest of week", "end of month": units that need an article elsewhere. */
function bareUnit(a: readonly Atom[], { to }: Stretched): Hit | null {
  const { word } = at(a, to);
  // "the decade" is a time inside such a phrase only.
  const the = at(a, to).low === 'the' ? 1 : 0;
  const unit = the ? at(a, to + 1).word : word;
  if (at(a, to - 1).low !== 'of' || !unit?.unit || unit.plural) return null;
  return { expression: { kind: 'period', unit: unit.unit, shift: 0 }, to: to + the + 1 };
}

const TO_DATE: ReadonlyMap<string, Unit> = new Map(
  Object.entries({
    wtd: 'week',
    mtd: 'month',
    qtd: 'quarter',
    ytd: 'year',
  }),
);

function yearEnd(a: readonly Atom[], i: number): Hit | null {
  const { low, word } = at(a, i);
  const dash = at(a, i + 1).low === '-' ? 1 : 0;
  const spelled =
    word?.unit &&
    !word.plural &&
    at(a, i + 1 + dash).low === 'to' &&
    at(a, i + 2 + 2 * dash).low === 'date';
  const unit = spelled ? word.unit : TO_DATE.get(low);
  if (unit)
    return {
      expression: { kind: 'stretch', stretch: 'earlier', of: { kind: 'period', unit, shift: 0 } },
      to: spelled ? i + 3 + 2 * dash : i + 1,
    };
  if (!/^(?:year|month|week)$/.test(low) || at(a, i + 1).low !== '-' || at(a, i + 2).low !== 'end')
    return null;
  return {
    expression: {
      kind: 'stretch',
      stretch: 'end',
      of: { kind: 'period', unit: word!.unit!, shift: 0 },
    },
    to: i + 3,
  };
}

const today: Reader = (a, i) => {
  const shift = at(a, i).word?.dayWord;
  return shift === undefined || at(a, i).low === 'tonight'
    ? null
    : { expression: day(shift), to: i + 1 };
};

const INNER: readonly Reader[] = [
  today,
  readNth,
  readDate,
  readWeekday,
  readPeriod,
  readWeek,
  readCycle,
  readDecade,
  readYear,
];

/** Of several readings of one place, the longest; of equals, the first. */
export function longestOf(a: readonly Atom[], i: number, readers: readonly Reader[]): Hit | null {
  let best: Hit | null = null;
  for (const read of readers) {
    const hit = read(a, i);
    if (hit && (!best || hit.to > best.to)) best = hit;
  }
  return best;
}
