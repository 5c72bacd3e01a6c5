const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zone names of RFC 822, minutes east of Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  cest: 120,
};

/** Minutes east of Greenwich; unnamed and unknown zones count as Greenwich. */
function zoneMinutes(zone: string): number {
  const offset = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return offset[1] === '-' ? -minutes : minutes;
  }
  return ZONES[zone.toLowerCase()] ?? 0;
}

interface Parts {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly time: readonly [number, number, number];
  readonly zone: string;
}

function toIso({ year, month, day, time: [h, m, s], zone }: Parts): string | null {
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= 31 && h <= 24 && m <= 59 && s <= 60;
  if (!valid) return null;
  const ms = Date.UTC(year, month - 1, day, h, m, Math.floor(s)) - zoneMinutes(zone) * 60_000;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

const clock = (h?: string, m?: string, s?: string) =>
  [Number(h ?? 0), Number(m ?? 0), Number(s ?? 0)] as const;

function rfc822(text: string): string | null {
  const found =
    /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*((?:gmt|utc)?[+-]\d{1,2}:?\d{0,2}|[a-z]{1,4})?/i.exec(
      text,
    );
  if (!found) return null;
  const short = Number(found[3]);
  const year = found[3]?.length === 2 ? short + (short < 70 ? 2000 : 1900) : short;
  const month = MONTHS.indexOf((found[2] ?? '').toLowerCase()) + 1;
  const time = clock(found[4], found[5], found[6]);
  return toIso({ year, month, day: Number(found[1]), time, zone: found[7] ?? '' });
}

function w3c(text: string): string | null {
  const found =
    /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[t\s]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?\s*([a-z]{1,4}|[+-]\d{1,2}:?\d{0,2})?$/i.exec(
      text,
    );
  if (!found) return null;
  const [, year, month = '1', day = '1', h, m, s, zone = ''] = found;
  return toIso({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    time: clock(h, m, s),
    zone,
  });
}

/**
 * A feed's date in RFC 822's form (RSS) or ISO 8601's (Atom, Dublin Core), with the liberties that
 * feeds take: missing weekday, two-digit year, named zone, none at all.
 *
 * @returns ISO 8601 in UTC, or null when it cannot be read
 */
export function feedDate(text: string | undefined): string | null {
  const trimmed = text?.trim().slice(0, 100) ?? '';
  return w3c(trimmed) ?? rfc822(trimmed);
}
