import type { Incident } from '@tocsin/contracts';
import { countryName } from './countries.js';
import { csv, type Cell } from './csv.js';
import { firstDay, lastDay, sitesOf, type Format } from './format.js';
import { sidesOf } from './sides.js';

/** Columns of UCDP GED 25.1, in their order. */
const COLUMNS = (
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,' +
  'dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,' +
  'side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,' +
  'where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,' +
  'country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,' +
  'deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'
).split(',');

/** An event of its own, not one told only in sum. */
const CLEAR = 1;

/** UCDP's names; its own numbers of conflicts, dyads and states, which only UCDP gives, stay empty. */
export const ucdp: Format = {
  extension: 'ucdp.csv',
  mediaType: 'text/csv; charset=utf-8',
  write: ({ items }) => csv(COLUMNS, items.map(rowOf)),
};

function rowOf(incident: Incident): Record<string, Cell> {
  const { what, when, where, casualties, sources } = incident;
  const [a, b] = sidesOf(incident);
  const killed = casualties.killed;
  const source = sources[0];
  const located = where.latitude !== null && where.longitude !== null;
  const day = firstDay(incident);
  return {
    id: incident.incidentId,
    year: day === '' ? null : Number(day.slice(0, 4)),
    code_status: incident.evidence,
    type_of_violence: what.ucdpTypeOfViolence,
    dyad_name: a && b ? `${a.name} - ${b.name}` : null,
    side_a: a?.name ?? null,
    side_b: b?.name ?? null,
    number_of_sources: incident.independentSourceCount,
    source_article: source?.url ?? null,
    source_office: sitesOf(incident),
    source_date: source?.publishedAt?.slice(0, 10) ?? null,
    source_headline: source?.title ?? null,
    where_prec: where.wherePrecision,
    where_coordinates: where.place,
    adm_1: where.admin1,
    adm_2: where.admin2,
    latitude: where.latitude,
    longitude: where.longitude,
    geom_wkt: located ? `POINT (${where.longitude} ${where.latitude})` : null,
    priogrid_gid: located ? priogrid(where.latitude as number, where.longitude as number) : null,
    country: countryName(where.countryIso3),
    event_clarity: CLEAR,
    date_prec: when.datePrecision,
    date_start: day,
    date_end: lastDay(incident),
    deaths_unknown: killed?.best ?? null,
    best: killed?.best ?? null,
    high: killed?.high ?? null,
    low: killed?.low ?? null,
  };
}

/** PRIO-GRID 2.0: cells of half a degree, numbered from the south-west corner, from 1. */
function priogrid(latitude: number, longitude: number): number {
  const row = Math.min(359, Math.floor((latitude + 90) * 2));
  const column = Math.min(719, Math.floor((longitude + 180) * 2));
  return row * 720 + column + 1;
}
