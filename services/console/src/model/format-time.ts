import type { When } from '@tocsin/contracts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const DAY_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** `6 Jan 2022`; the time of day with it when the text has one. What is no date stays as it is. */
export function day(iso: string): string {
  const at = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : zoned(iso));
  if (Number.isNaN(at)) return iso;
  return iso.length === 10 ? DAY.format(at) : DAY_TIME.format(at);
}

/** A local date-time has no zone: it is shown as written, not moved to the reader's. */
const zoned = (iso: string) => (/(Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}Z`);

/** When it happened, in as few words as it takes. */
export function span({ start, end }: Pick<When, 'start' | 'end'>): string {
  if (start === null) return end === null ? 'date unknown' : `on or before ${day(end)}`;
  return end === null || end === start ? day(start) : `${day(start)} – ${day(end)}`;
}

const UNITS: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
];

/** `3 min ago`; `now` under a second or in the future. */
export function ago(iso: string, nowMs: number): string {
  const elapsed = nowMs - Date.parse(iso);
  const unit = UNITS.find(([ms]) => elapsed >= ms);
  return unit ? `${Math.floor(elapsed / unit[0])} ${unit[1]} ago` : 'now';
}

/** Milliseconds as people read them: `84 ms`, `2.4 s`, `3.1 min`, `5.0 h`. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${(ms / 60_000).toFixed(1)} min`;
  return `${(ms / 3_600_000).toFixed(1)} h`;
}
