import type { Incident } from '@tocsin/contracts';
import { countryName, countryNumber } from './countries.js';
import { csv, type Cell } from './csv.js';
import { firstDay, sitesOf, type Format } from './format.js';
import { sidesOf } from './sides.js';

/** ACLED's export columns (Codebook 2024), in their order. */
const COLUMNS = (
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,' +
  'assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,' +
  'admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,' +
  'tags,timestamp'
).split(',');

/** ACLED's columns; what ACLED knows by its own lists, as regions, stays empty. Not reported is empty, not 0. */
export const acled: Format = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  filters: { family: 'political' },
  write: ({ items }) => csv(COLUMNS, items.map(rowOf)),
};

function rowOf(incident: Incident): Record<string, Cell> {
  const { what, when, where, casualties } = incident;
  const [first, second] = sidesOf(incident);
  const day = firstDay(incident);
  return {
    event_id_cnty: incident.incidentId,
    event_date: day,
    year: day === '' ? null : Number(day.slice(0, 4)),
    time_precision: when.timePrecision,
    disorder_type: disorderOf(incident),
    event_type: what.acledEventType,
    sub_event_type: what.acledSubEventType,
    actor1: first?.name ?? null,
    inter1: first?.inter ?? null,
    actor2: second?.name ?? null,
    inter2: second?.inter ?? null,
    interaction: interactionOf(first?.inter ?? null, second?.inter ?? null),
    civilian_targeting: what.civilianTargeting ? 'Civilian targeting' : null,
    iso: countryNumber(where.countryIso3),
    country: countryName(where.countryIso3),
    admin1: where.admin1,
    admin2: where.admin2,
    location: where.place,
    latitude: where.latitude,
    longitude: where.longitude,
    geo_precision: where.geoPrecision,
    source: sitesOf(incident),
    notes: incident.summary,
    fatalities: casualties.killed?.best ?? null,
    timestamp: Math.floor(Date.parse(incident.lastSeenAt) / 1_000) || null,
  };
}

/** ACLED's disorder types follow from its sub-event types. */
function disorderOf({ what }: Incident): string | null {
  switch (what.acledEventType) {
    case null:
      return null;
    case 'Strategic developments':
      return 'Strategic developments';
    case 'Protests':
      return what.acledSubEventType === 'Excessive force against protesters'
        ? 'Political violence; Demonstrations'
        : 'Demonstrations';
    case 'Riots':
      return what.acledSubEventType === 'Mob violence' ? 'Political violence' : 'Demonstrations';
    default:
      return 'Political violence';
  }
}

/** The pair, lower code first; one side alone has 0 beside it. */
function interactionOf(one: number | null, other: number | null): number | null {
  if (one === null && other === null) return null;
  if (one === null || other === null) return ((one ?? other) as number) * 10;
  return Math.min(one, other) * 10 + Math.max(one, other);
}
