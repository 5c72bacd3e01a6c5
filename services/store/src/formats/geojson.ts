import type { Incident } from '@tocsin/contracts';
import { firstDay, lastDay, type Format } from './format.js';

/** RFC 7946. What is known only by country has no geometry: never a point finer than the text. */
export const geojson: Format = {
  extension: 'geojson',
  mediaType: 'application/geo+json; charset=utf-8',
  write: ({ items, next }) =>
    JSON.stringify({ type: 'FeatureCollection', features: items.map(featureOf), next }),
};

function featureOf(incident: Incident): object {
  const { what, where, casualties } = incident;
  const located = where.latitude !== null && where.longitude !== null;
  return {
    type: 'Feature',
    id: incident.incidentId,
    geometry: located ? { type: 'Point', coordinates: [where.longitude, where.latitude] } : null,
    properties: {
      incidentId: incident.incidentId,
      revision: incident.revision,
      summary: incident.summary,
      family: what.family,
      type: what.acledEventType,
      subType: what.acledSubEventType,
      plover: what.ploverType,
      hazard: what.hazardType,
      start: firstDay(incident) || null,
      end: lastDay(incident) || null,
      place: where.place,
      admin1: where.admin1,
      country: where.countryIso3,
      geoPrecision: where.geoPrecision,
      wherePrecision: where.wherePrecision,
      killed: casualties.killed?.best ?? null,
      injured: casualties.injured?.best ?? null,
      status: incident.evidence,
      sources: incident.independentSourceCount,
      lastSeenAt: incident.lastSeenAt,
    },
  };
}
