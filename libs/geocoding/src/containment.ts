import type { Candidate, Gazetteer } from './gazetteer.js';

/** The area contains the place, as a state its counties and towns. */
export function isInside(inner: number, area: number, gazetteer: Gazetteer): boolean {
  if (inner === area || gazetteer.country(area) !== gazetteer.country(inner)) return false;
  const [outer, kind] = [gazetteer.kind(area), gazetteer.kind(inner)];
  if (outer === 'country') return kind !== 'country';
  if (kind === 'country' || gazetteer.admin1(area) === 0) return false;
  if (gazetteer.admin1(area) !== gazetteer.admin1(inner)) return false;
  if (outer === 'admin1') return kind !== 'admin1';
  return outer === 'admin2' && gazetteer.admin2(area) === gazetteer.admin2(inner);
}

/** A town of fewer people is not named without its own state where another state's name follows. */
const SMALL = 50_000;

/**
 * Readings of a name that the state behind it does not contradict: "Fentress, Texas" is no town of another state,
 * whatever that was once called.
 *
 * @param behind readings of the name right behind it and a comma
 */
export function inState<T extends Candidate>(
  readings: readonly T[],
  behind: readonly Candidate[],
  gazetteer: Gazetteer,
): readonly T[] {
  const top = behind.reduce((max, { id }) => Math.max(max, gazetteer.population(id)), 0);
  const states = behind.filter(
    ({ id }) => gazetteer.kind(id) === 'admin1' && gazetteer.population(id) === top,
  );
  if (states.length === 0) return readings;
  const isKnown = ({ id, alternate }: T): boolean =>
    gazetteer.kind(id) !== 'city' || (!alternate && gazetteer.population(id) >= SMALL);
  return readings.filter(
    (each) => isKnown(each) || states.some((state) => isInside(each.id, state.id, gazetteer)),
  );
}
