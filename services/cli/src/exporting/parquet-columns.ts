import type { Incident } from '@tocsin/contracts';
import type { SchemaElement } from 'hyparquet-writer';

/** One column of the Parquet file. */
export interface ParquetColumn {
  readonly element: SchemaElement;
  readonly get: (incident: Incident) => unknown;
}

type Get = (incident: Incident) => unknown;
const column =
  (type: Omit<SchemaElement, 'name' | 'repetition_type'>) =>
  (name: string, get: Get): ParquetColumn => ({
    element: { name, repetition_type: 'OPTIONAL', ...type },
    get,
  });
const text = column({ type: 'BYTE_ARRAY', converted_type: 'UTF8' });
const json = column({ type: 'BYTE_ARRAY', converted_type: 'JSON' });
const integer = column({ type: 'INT32' });
const decimal = column({ type: 'DOUBLE' });
const flag = column({ type: 'BOOLEAN' });
const day = column({ type: 'INT32', converted_type: 'DATE' });
const moment = column({ type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' });

/** Null for what is no time: texts are as sources wrote them. */
const time = (value: string | null): Date | null => {
  const at = new Date(value ?? NaN);
  return Number.isNaN(at.getTime()) ? null : at;
};
const dayOf = (value: string | null): Date | null => time(value?.slice(0, 10) ?? null);

const FIGURES = ['killed', 'injured', 'missing', 'abducted', 'arrested'] as const;
const figures = FIGURES.flatMap((name) =>
  (['low', 'best', 'high'] as const).map((bound) =>
    integer(`${name}_${bound}`, ({ casualties }) => casualties[name]?.[bound] ?? null),
  ),
);

/** What an analyst asks of a table as columns of its own, the lists as JSON; names as ACLED and UCDP write theirs. */
export const PARQUET_COLUMNS: readonly ParquetColumn[] = [
  text('incident_id', ({ incidentId }) => incidentId),
  integer('revision', ({ revision }) => revision),
  text('lifecycle', ({ lifecycle }) => lifecycle),
  text('evidence', ({ evidence }) => evidence),
  text('summary', ({ summary }) => summary),
  text('family', ({ what }) => what.family),
  text('event_type', ({ what }) => what.acledEventType),
  text('sub_event_type', ({ what }) => what.acledSubEventType),
  text('plover_type', ({ what }) => what.ploverType),
  integer('type_of_violence', ({ what }) => what.ucdpTypeOfViolence),
  text('hazard_type', ({ what }) => what.hazardType),
  flag('civilian_targeting', ({ what }) => what.civilianTargeting),
  day('date_start', ({ when }) => dayOf(when.start)),
  day('date_end', ({ when }) => dayOf(when.end)),
  integer('time_precision', ({ when }) => when.timePrecision),
  integer('date_precision', ({ when }) => when.datePrecision),
  text('place', ({ where }) => where.place),
  text('admin1', ({ where }) => where.admin1),
  text('admin2', ({ where }) => where.admin2),
  text('country', ({ where }) => where.countryIso3),
  decimal('latitude', ({ where }) => where.latitude),
  decimal('longitude', ({ where }) => where.longitude),
  integer('geo_precision', ({ where }) => where.geoPrecision),
  integer('where_precision', ({ where }) => where.wherePrecision),
  ...figures,
  json('actors', ({ actors }) => actors),
  json('victims', ({ victims }) => victims),
  json('targets', ({ targets }) => targets),
  json('sources', ({ sources }) => sources),
  integer('article_count', ({ articleCount }) => articleCount),
  integer('independent_source_count', ({ independentSourceCount }) => independentSourceCount),
  moment('first_seen_at', ({ firstSeenAt }) => time(firstSeenAt)),
  moment('last_seen_at', ({ lastSeenAt }) => time(lastSeenAt)),
];
