import type { AcledEventType, What } from '@tocsin/contracts';

/** Event types that reports of one incident confuse: who began, whether it turned violent, who the dead were. */
const CONFUSED: readonly (readonly [AcledEventType, AcledEventType])[] = [
  ['Battles', 'Explosions/Remote violence'],
  ['Battles', 'Violence against civilians'],
  ['Explosions/Remote violence', 'Violence against civilians'],
  ['Protests', 'Riots'],
  ['Riots', 'Violence against civilians'],
];

/** Whether a shot was meant is what reports of one shooting differ in, and so does one report from the next. */
const UNMEANT_SHOT = 'Technological/Miscellaneous/accidental shooting';
const MEANT: AcledEventType = 'Violence against civilians';

/** Log-odds of one incident by what happened; null: impossible. */
export function typeLikeness(a: What, b: What): number | null {
  if (a.hazardType !== null && b.hazardType !== null)
    return hazardLikeness(a.hazardType, b.hazardType);
  if (a.acledEventType === null || b.acledEventType === null) {
    if (mayBeOneShot(a, b) || mayBeOneShot(b, a)) return -0.3;
    if (a.hazardType !== null || b.hazardType !== null) return isAct(a) || isAct(b) ? -1.2 : 0;
    return a.ploverType === b.ploverType ? 0.2 : -0.5;
  }
  if (a.acledSubEventType !== null && a.acledSubEventType === b.acledSubEventType) return 0.8;
  if (a.acledEventType === b.acledEventType) {
    // "Other" holds everything from a dismissal to a price ceiling.
    return a.acledEventType === 'Strategic developments' ? -1 : 0.4;
  }
  const confused = CONFUSED.some(
    ([x, y]) =>
      (a.acledEventType === x && b.acledEventType === y) ||
      (a.acledEventType === y && b.acledEventType === x),
  );
  return confused ? -0.3 : null;
}

const mayBeOneShot = (a: What, b: What) =>
  a.hazardType === UNMEANT_SHOT && b.acledEventType === MEANT;

const isAct = ({ acledEventType }: What) => acledEventType !== null;

/** `Technological/Transport/road` against another: by the levels that agree. */
function hazardLikeness(a: string, b: string): number | null {
  if (a === b) return 0.8;
  const [levelsA, levelsB] = [a.split('/'), b.split('/')];
  if (levelsA[0] !== levelsB[0]) return null;
  return levelsA[1] === levelsB[1] ? 0.3 : -0.6;
}
