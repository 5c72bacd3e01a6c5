import type { Incident } from '@tocsin/contracts';
import { incidentJson } from '@tocsin/dedup';
import { joinedBytes, pack, safeJson, unpack } from '@tocsin/persistence';

/**
 * Incidents as parameters: $1 ids, $2 lifecycles, $3 retractions, $4 whom they were merged into, $5 to $7 packed, $8
 * revisions.
 */
export function packedIncidents(incidents: readonly Incident[]) {
  const { bytes, starts, lengths } = joinedBytes(incidents.map(packIncident));
  return [
    incidents.map(({ incidentId }) => incidentId),
    incidents.map(({ lifecycle }) => lifecycle),
    incidents.map(({ retraction }) => retraction && safeJson(retraction)),
    incidents.map(({ mergedInto }) => mergedInto),
    bytes,
    starts,
    lengths,
    incidents.map(({ revision }) => revision),
  ];
}

/** These parameters as rows, numbered from 1. */
export const PACKED_INCIDENTS = `
  SELECT nth, id, revision, lifecycle, retraction, merged_into, substring($5::bytea FROM start FOR length) AS packed
  FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::text[], $6::int[], $7::int[], $8::int[])
    WITH ORDINALITY AS row (id, lifecycle, retraction, merged_into, start, length, revision, nth)`;

/** What follows `UPDATE SET` to take all of a row's columns over. */
export const takenFrom = (row: 'new' | 'excluded'): string =>
  ['revision', 'lifecycle', 'retraction', 'merged_into', 'packed']
    .map((column) => `${column} = ${row}.${column}`)
    .join(', ');

const packIncident = (incident: Incident): Buffer => pack(incidentJson(incident));

export const incidentIn = (packed: Buffer): Incident =>
  JSON.parse(unpack(packed).toString()) as Incident;
