import { safeJson, safeText, safeTextOrNull } from '@tocsin/persistence';
import type { Incident } from '@tocsin/contracts';
import { facetsOf } from '../facets/facets-of.js';
import { searchTexts } from '../facets/search-texts.js';
import { jsonLines, linesOf } from './columns.js';
import { dayOf } from './day-of.js';

/** One column of `incident`: its type as a parameter, its value, and how the parameter becomes the column. */
interface Column {
  readonly name: string;
  readonly type: string;
  readonly get: (incident: Incident) => unknown;
  readonly sql?: string;
  /** Its values are JSON and come as lines of one parameter: the snapshot. */
  readonly json?: true;
}

/** PostgreSQL refuses larger keys in an inverted index; no name that anyone filters by is longer. */
const MAX_TOKEN = 200;

/** A list of tokens as one text: `unnest` flattens arrays of arrays. */
const facetText = (incident: Incident): string =>
  facetsOf(incident)
    .map((token) => safeText(token).replaceAll('\n', ' ').slice(0, MAX_TOKEN))
    .join('\n');

/** The four texts come as lines of one: folded, they have no line breaks of their own. */
const SEARCH = ['A', 'B', 'C', 'D']
  .map(
    (weight, n) =>
      `setweight(to_tsvector('english', split_part(i.search, E'\n', ${n + 1})), '${weight}')`,
  )
  .join(' || ');

/** The columns that are made from the snapshot. */
export const COLUMNS: readonly Column[] = [
  { name: 'incident_id', type: 'text', get: ({ incidentId }) => incidentId },
  { name: 'revision', type: 'int', get: ({ revision }) => revision },
  { name: 'snapshot', type: 'jsonb', get: safeJson, json: true },
  { name: 'lifecycle', type: 'text', get: ({ lifecycle }) => lifecycle },
  { name: 'evidence', type: 'text', get: ({ evidence }) => evidence },
  { name: 'merged_into', type: 'text', get: ({ mergedInto }) => mergedInto },
  { name: 'family', type: 'text', get: ({ what }) => what.family },
  { name: 'type', type: 'text', get: ({ what }) => what.acledEventType },
  { name: 'sub_type', type: 'text', get: ({ what }) => what.acledSubEventType },
  { name: 'country', type: 'text', get: ({ where }) => where.countryIso3 },
  { name: 'place', type: 'text', get: ({ where }) => safeTextOrNull(where.place) },
  { name: 'latitude', type: 'float8', get: ({ where }) => where.latitude },
  { name: 'longitude', type: 'float8', get: ({ where }) => where.longitude },
  { name: 'start_on', type: 'date', get: ({ when }) => dayOf(when.start) },
  { name: 'end_on', type: 'date', get: ({ when }) => dayOf(when.end) },
  { name: 'killed_best', type: 'int', get: ({ casualties }) => casualties.killed?.best ?? null },
  { name: 'injured_best', type: 'int', get: ({ casualties }) => casualties.injured?.best ?? null },
  {
    name: 'source_count',
    type: 'int',
    get: ({ independentSourceCount }) => independentSourceCount,
  },
  { name: 'summary', type: 'text', get: ({ summary }) => safeText(summary) },
  { name: 'facets', type: 'text', get: facetText, sql: `string_to_array(i.facets, E'\\n')` },
  {
    name: 'search',
    type: 'text',
    get: (incident) => {
      const { a, b, c, d } = searchTexts(incident);
      return safeText([a, b, c, d].join('\n'));
    },
    sql: SEARCH,
  },
];

/**
 * The parameters of `COLUMN_LIST`.
 * @param jsons in place of the incidents' own, which a record holds: it need not be sent and parsed twice
 */
export const parametersOf = (
  incidents: readonly Incident[],
  jsons: readonly string[] = incidents.map(safeJson),
): unknown[] => COLUMNS.map(({ get, json }) => (json ? linesOf(jsons) : incidents.map(get)));

const arrayOf = ({ type, json }: Column, index: number): string =>
  json ? jsonLines(`$${index + 1}`) : `$${index + 1}::${type}[]`;

/** All columns as one parameter each, `$1` on, as `unnest` takes them. */
export const COLUMN_LIST = COLUMNS.map(arrayOf).join(', ');
export const COLUMN_NAMES = COLUMNS.map(({ name }) => name);

/** What becomes of them, by column. @param snapshot where that comes from */
export const columnsMade = (snapshot: string): string =>
  COLUMNS.map(({ name, sql, json }) =>
    json ? `${snapshot} AS ${name}` : sql ? `${sql} AS ${name}` : `i.${name}`,
  ).join(', ');

/** A query of all columns over those parameters. */
export const COLUMN_ROWS = `
  SELECT ${columnsMade('i.snapshot::jsonb')}
  FROM unnest(${COLUMN_LIST}) AS i (${COLUMN_NAMES.join(', ')})`;
