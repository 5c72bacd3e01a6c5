import type { Casualties, CasualtyFigure, Incident } from '@tocsin/contracts';

/** Entries per list: the first of these with which the snapshot fits. */
const LIMITS = [1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0];

/**
 * A snapshot within a size: whole where it fits, else the best few sources and the claims that the values rest on, at most so many bytes of JSON.
 * Counts stay those of the whole.
 * @param maxBytes UTF-8 bytes
 * @param bytes of the whole, where they are known
 */
export function trimIncident(
  incident: Incident,
  maxBytes: number,
  bytes: number = jsonBytes(incident),
): Incident {
  if (bytes <= maxBytes) return incident;
  const fits = (candidate: Incident) => jsonBytes(candidate) <= maxBytes;
  // Fewer entries are never more bytes, so halving the list finds the first limit that fits.
  let [from, to] = [0, LIMITS.length];
  let best: Incident | null = null;
  while (from < to) {
    const middle = (from + to) >> 1;
    const trimmed = trimmedTo(incident, LIMITS[middle] as number);
    if (fits(trimmed)) [best, to] = [trimmed, middle];
    else from = middle + 1;
  }
  if (best !== null) return best;
  throw new RangeError(`incident ${incident.incidentId} can't be trimmed to ${maxBytes} bytes`);
}

/** A snapshot as JSON in UTF-8. */
export function incidentJson(incident: Incident): Buffer {
  const json = Buffer.from(JSON.stringify(incident));
  sizes.set(incident, json.length);
  return json;
}

/** UTF-8 bytes of a snapshot as JSON, which is made for that only where it was not made before. */
export const jsonBytes = (incident: Incident): number =>
  sizes.get(incident) ?? incidentJson(incident).length;

const sizes = new WeakMap<Incident, number>();

function trimmedTo(incident: Incident, limit: number): Incident {
  const kept = new Map<number, number>();
  const keep = <T extends { claims: number[] }>(part: T): T => ({
    ...part,
    claims: part.claims.slice(0, limit).map((index) => {
      if (!kept.has(index)) kept.set(index, kept.size);
      return kept.get(index) as number;
    }),
  });
  const few = <T>(list: readonly T[]): T[] => list.slice(0, limit);
  const parts = {
    when: keep(incident.when),
    where: keep(incident.where),
    casualties: keepFigures(incident.casualties, keep),
    actors: few(incident.actors).map(keep),
    victims: few(incident.victims).map(keep),
    targets: few(incident.targets).map(keep),
  };
  return {
    ...incident,
    ...parts,
    claims: [...kept.keys()].flatMap((index) => incident.claims[index] ?? []),
    conflicts: few(incident.conflicts).map(({ field, claims }) => ({ field, claims: few(claims) })),
    sources: few(incident.sources).map((s) => ({ ...s, mentionIds: few(s.mentionIds) })),
  };
}

function keepFigures(
  casualties: Casualties,
  keep: (figure: CasualtyFigure) => CasualtyFigure,
): Casualties {
  return Object.fromEntries(
    Object.entries(casualties).map(([kind, figure]) => [
      kind,
      typeof figure === 'object' && figure !== null ? keep(figure) : figure,
    ]),
  ) as Casualties;
}
