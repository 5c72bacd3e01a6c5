const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zone names of RFC 822 and of mail since, minutes east of Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  ast: -240,
  adt: -180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  bst: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
};

/** Minutes east of Greenwich; unnamed and unknown zones count as Greenwich. */
function zoneMinutes(zone: string): number {
  const offset = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return offset[1] === '-' ? -minutes : minutes;
  }
  const name = zone.toLowerCase();
  return Object.hasOwn(ZONES, name) ? (ZONES[name] as number) : 0;
}

/** A date's parts as digits; what is missing counts as the first or nought. */
interface Parts {
  readonly year: string | undefined;
  /** Digits or an English name. */
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly h?: string | undefined;
  readonly m?: string | undefined;
  readonly s?: string | undefined;
  readonly zone?: string | undefined;
}

/** Two digits mean 1990 to 2089. */
function fullYear(year: string): number {
  const number = Number(year);
  return year.length > 2 ? number : number + (number < 90 ? 2000 : 1900);
}

const monthNumber = (month: string) =>
  /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;

function toIso(parts: Parts): string | null {
  const year = fullYear(parts.year ?? '');
  const month = monthNumber(parts.month ?? '1');
  const day = Number(parts.day ?? 1);
  const [h, m, s] = [Number(parts.h ?? 0), Number(parts.m ?? 0), Number(parts.s ?? 0)];
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (month < 1 || month > 12 || !isDay || h > 24 || m > 59 || s > 60) return null;
  const minutes = zoneMinutes(parts.zone ?? '');
  const ms = Date.UTC(year, month - 1, day, h, m, Math.floor(s)) - minutes * 60_000;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

const ZONE = String.raw`(?<zone>(?:etc/)?(?:gmt|utc)?[+-]\d{1,2}:?\d{0,2}|(?:etc/)?[a-z]{1,4})`;
const CLOCK = String.raw`(?<h>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2})(?:\.\d{1,9})?)?`;
const WEEKDAY = String.raw`(?:[a-z]{2,9}\.?,?\s+)?`;
const NAME = String.raw`(?<month>(?:${MONTHS.join('|')})[a-z]{0,6})\.?,?`;
const YEAR = String.raw`(?<year>\d{4}|\d{2})`;

/** The forms in which feeds write dates, the standard ones first. */
const FORMS = [
  // ISO 8601 and its W3C profile, a blank for the `T` allowed; then day of year, then two-digit years.
  String.raw`(?<year>\d{4})(?:-?(?<month>\d{2})(?:-?(?<day>\d{2}))?)?(?:[t\s]+${CLOCK})?\s*${ZONE}?`,
  String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[t\s]+${CLOCK})?\s*${ZONE}?`,
  String.raw`(?<year>\d{2})-?(?<month>\d{2})-?(?<day>\d{2})`,
  // RFC 822, and with month and day changed about.
  String.raw`${WEEKDAY}(?<day>\d{1,2})[\s-]+${NAME}[\s-]+${YEAR}(?:,?\s+${CLOCK})?(?:\s*${ZONE})?`,
  String.raw`${WEEKDAY}${NAME}\s+(?<day>\d{1,2}),?\s+${YEAR}(?:,?\s+${CLOCK})?(?:\s*${ZONE})?`,
  // What C's asctime prints.
  String.raw`${WEEKDAY}${NAME}\s+(?<day>\d{1,2})\s+${CLOCK}(?:\s+${ZONE})?\s+(?<year>\d{4})`,
  String.raw`${WEEKDAY}(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})(?:\s+${CLOCK})?(?:\s*${ZONE})?`,
].map((form) => new RegExp(`^${form}$`, 'i'));

const ORDINAL = /^(\d{4})-?(\d{3})$/;

/** A day of the year, 1 to 366. */
function ordinalDate(text: string): string | null {
  const [, year, day] = ORDINAL.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), 0, Number(day)));
  return year && Number(day) > 0 && date.getUTCFullYear() === Number(year)
    ? date.toISOString()
    : null;
}

/**
 * A feed's date in RFC 822's form (RSS) or ISO 8601's (Atom, Dublin Core), with the liberties that
 * feeds take: missing weekday, two-digit year, named zone or none at all, month before day.
 *
 * @returns ISO 8601 in UTC, or null when it cannot be read
 */
export function feedDate(text: string | undefined): string | null {
  const trimmed =
    text
      ?.trim()
      .slice(0, 100)
      .replace(/\s*\([^()]*\)$/, '') ?? '';
  if (ORDINAL.test(trimmed)) return ordinalDate(trimmed);
  for (const form of FORMS) {
    const parts = form.exec(trimmed)?.groups;
    const zone = parts?.['zone']?.replace(/^etc\//i, '');
    const iso = parts && toIso({ year: undefined, ...parts, zone });
    if (iso) return iso;
  }
  return null;
}
