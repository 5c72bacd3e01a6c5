import type { When } from '@tocsin/contracts';
import { daysBetween } from '../time/calendar.js';
import type { TimeExpression } from '../time/find-times.js';
import type { ClaimBook } from './claim-book.js';
import type { Piece } from './draft.js';

/** The date field from the piece that gives it; without one: on or before publication. */
export function readWhen(piece: Piece | null, published: string | null, claims: ClaimBook): When {
  const time = piece?.time;
  if (!piece || !time) {
    return {
      start: null,
      end: published,
      timePrecision: null,
      datePrecision: null,
      words: null,
      claims: [],
    };
  }
  const claim = claims.add('when', time.start, piece, time.from, time.to, 0.8);
  return {
    ...stretch(isOvernight(time) ? wholeNight(time, published) : time, published),
    words: claims.words(piece, time.from, time.to),
    claims: [claim],
  };
}

/** "Overnight" without a day: nothing says on which side of midnight. */
const isOvernight = ({ part, clock, from, to }: TimeExpression): boolean =>
  part === 'overnight' && clock === null && to - from === 1;

const wholeNight = (time: TimeExpression, published: string | null): TimeExpression =>
  published !== null && daysBetween(time.start, published) === 1
    ? { ...time, end: published }
    : time;

type Stretch = Pick<When, 'start' | 'end' | 'timePrecision' | 'datePrecision'>;

/** "since Monday" lasts to publication, "by Monday" begins nobody knows when; a clock's time is kept. */
function stretch(
  { start, end, bound: told, clock, part }: TimeExpression,
  published: string | null,
): Stretch {
  // "shortly before 8 p.m. on June 21", "before dawn" is within that day.
  const bound = (clock ?? part) !== null && (told === 'before' || told === 'after') ? null : told;
  if (bound === 'before' || bound === 'until')
    return { start: null, end: start, timePrecision: null, datePrecision: null };
  if ((bound === 'since' || bound === 'after') && published !== null && start <= published)
    return { start, end: published, ...precision(start, published) };
  const hour = clock !== null && start === end ? `T${clock}` : '';
  return { start: `${start}${hour}`, end: `${end}${hour}`, ...precision(start, end) };
}

/** ACLED's and UCDP's codes for a stretch of days. */
function precision(start: string, end: string): Pick<When, 'timePrecision' | 'datePrecision'> {
  const days = daysBetween(start, end) + 1;
  if (days <= 1) return { timePrecision: 1, datePrecision: 1 };
  if (days <= 6) return { timePrecision: 2, datePrecision: 2 };
  if (days <= 7) return { timePrecision: 2, datePrecision: 3 };
  if (days <= 31) return { timePrecision: 3, datePrecision: 4 };
  return { timePrecision: null, datePrecision: days <= 366 ? 5 : null };
}
