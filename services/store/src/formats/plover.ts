import type { Incident, PloverType } from '@tocsin/contracts';
import { firstDay, lastDay, sitesOf, type Format } from './format.js';
import { sidesOf, type Side } from './sides.js';

/** PLOVER's quad codes: verbal and material cooperation, verbal and material conflict (codebook 2023). */
const QUAD: Readonly<Record<PloverType, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

/** PLOVER events, one JSON object a line; incidents without a PLOVER type, as accidents, are left out. */
export const plover: Format = {
  extension: 'plover.jsonl',
  mediaType: 'application/x-ndjson; charset=utf-8',
  write: ({ items }) =>
    items
      .filter(({ what }) => what.ploverType !== null)
      .map((incident) => `${JSON.stringify(eventOf(incident))}\n`)
      .join(''),
};

function eventOf(incident: Incident): object {
  const { what, where, casualties } = incident;
  const [actor, recipient] = sidesOf(incident);
  return {
    event_id: incident.incidentId,
    event_date: firstDay(incident) || null,
    event_date_end: lastDay(incident) || null,
    event_type: what.ploverType,
    event_mode: what.modes[0] ?? null,
    quad_code: QUAD[what.ploverType as PloverType],
    contexts: what.contexts,
    actor: partyOf(actor),
    recipient: partyOf(recipient),
    location: {
      name: where.place,
      admin1: where.admin1,
      admin2: where.admin2,
      country: where.countryIso3,
      latitude: where.latitude,
      longitude: where.longitude,
      geoname_id: where.geonameId,
    },
    fatalities: casualties.killed?.best ?? null,
    event_text: incident.summary,
    source: sitesOf(incident) || null,
    urls: incident.sources.map(({ url }) => url),
  };
}

const partyOf = (side: Side | null) =>
  side === null ? null : { name: side.name, country: side.country, primary_sector: side.sector };
