/** Offsets of the zone names that newsrooms write, as the name's first meaning in news. */
const ZONES: ReadonlyMap<string, string> = new Map(
  (
    'z=Z utc=Z gmt=Z wet=Z bst=+01:00 west=+01:00 cet=+01:00 mez=+01:00 wat=+01:00 cest=+02:00 mesz=+02:00 ' +
    'eet=+02:00 cat=+02:00 sast=+02:00 eest=+03:00 msk=+03:00 eat=+03:00 trt=+03:00 gst=+04:00 pkt=+05:00 ' +
    'ist=+05:30 wib=+07:00 ict=+07:00 wita=+08:00 hkt=+08:00 sgt=+08:00 pht=+08:00 awst=+08:00 jst=+09:00 ' +
    'kst=+09:00 acst=+09:30 aest=+10:00 acdt=+10:30 aedt=+11:00 nzst=+12:00 nzdt=+13:00 nst=-03:30 brt=-03:00 ' +
    'art=-03:00 adt=-03:00 ast=-04:00 edt=-04:00 est=-05:00 cdt=-05:00 cst=-06:00 mdt=-06:00 mst=-07:00 ' +
    'pdt=-07:00 pst=-08:00 akdt=-08:00 akst=-09:00 hst=-10:00'
  )
    .split(' ')
    .map((zone) => zone.split('=') as [string, string]),
);

const CLOCK = String.raw`(\d{1,2})\s?[:.h時时시]\s?(\d\d)(?:[:.](\d\d)(?:[.,]\d{1,9})?)?(?!\d)(?!\.\d)`;
const HALF = String.raw`(?:\s?([ap])\.?\s?m\b\.?)?`;
const ZONE = String.raw`(?:\s?\(?(?:(?:utc|gmt)?\s?([+-]\d\d):?(\d\d)?(?![\d:])|([a-z]{1,5})\b))?`;
const AFTER = new RegExp(String.raw`^(?:T|[^\d\n]{0,14}?(?<![\d.]))${CLOCK}${HALF}${ZONE}`, 'i');
const HOUR_ONLY = /^[^\d\n]{0,12}?(\d{1,2})\s?([ap])\.?m\b/i;
const BEFORE = new RegExp(String.raw`(?<![\d:.])${CLOCK}${HALF}${ZONE}[^\d\n]{0,16}$`, 'i');
/** A time stands right beside its date. */
const NEAR = 48;

/** The time that follows a date, as ISO 8601 from the `T`, with the zone where one is written; or nothing. */
export const timeAfter = (rest: string): string =>
  written(AFTER.exec(rest.slice(0, NEAR))) || hourOnly(HOUR_ONLY.exec(rest.slice(0, NEAR)));

/** The time that a date follows. */
export const timeBefore = (head: string): string => written(BEFORE.exec(head.slice(-NEAR)));

function written(match: RegExpExecArray | null): string {
  if (match === null) return '';
  const [, hours, minutes = '00', seconds = '00', half, sign, offsetMinutes = '00', name] = match;
  const hour = inDay(Number(hours), half);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return '';
  const zone =
    sign === undefined ? (ZONES.get((name ?? '').toLowerCase()) ?? '') : `${sign}:${offsetMinutes}`;
  return `T${String(hour).padStart(2, '0')}:${minutes}:${seconds}${zone}`;
}

function hourOnly(match: RegExpExecArray | null): string {
  const hour = match === null ? 24 : inDay(Number(match[1]), match[2]);
  return hour > 23 ? '' : `T${String(hour).padStart(2, '0')}:00:00`;
}

function inDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
