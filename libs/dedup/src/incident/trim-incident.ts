import type { Casualties, CasualtyFigure, Incident } from '@tocsin/contracts';

/** Entries per list, tried in turn until the snapshot fits. */
const LIMITS = [1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0];

/**
 * A snapshot within a size: whole where it fits, else the best few sources and the claims that the values rest on, at most so many bytes of JSON.
 * Counts stay those of the whole.
 * @param maxBytes UTF-8 bytes
 */
export function trimIncident(incident: Incident, maxBytes: number): Incident {
  if (Buffer.byteLength(JSON.stringify(incident)) <= maxBytes) return incident;
  for (const limit of LIMITS) {
    const trimmed = trimmedTo(incident, limit);
    if (Buffer.byteLength(JSON.stringify(trimmed)) <= maxBytes) return trimmed;
  }
  throw new RangeError(`incident ${incident.incidentId} can't be trimmed to ${maxBytes} bytes`);
}

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
