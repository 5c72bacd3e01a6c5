import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { crowdIncident } from '../testing/crowd.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { spansBetween } from '../facets/spans.js';
import { upsertIncidents } from '../tables/incident-table.js';
import { articleStatement, parseArticleQuery } from './article-search.js';
import { countsStatement, GROUP_NAMES, parseCountsQuery } from './incident-counts.js';
import { parseIncidentQuery, type IncidentQuery } from './incident-query.js';
import type { Statement } from './bind.js';
import {
  edgeStatement,
  rankStatement,
  walkStatement,
  wholeStatement,
  windowStatement,
  type OrderedQuery,
  type Place,
  type Window,
} from './incident-statements.js';

/** As many that reading all of them is dearer than an index: what the planner thinks of a large table. */
const CROWD = 20_000;
const BATCH = 2_000;
/** A walk and a window as short for this table as the usual ones are for a large one. */
const WALK_ROWS = 200;
const WINDOW_ROWS = 2_000;
let store: StoreDatabase;

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  for (let n = 0; n < CROWD; n += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, k) => crowdIncident(n + k));
    await upsertIncidents(store.db, batch, 1_000_000 + n);
  }
  await store.db.query(
    `INSERT INTO article (article_id, version, url, title, paragraphs, site_name, syndication_id)
     SELECT 'a' || n, n, 'https://news.example/' || n, CASE n % 500 WHEN 0 THEN 'Quake' ELSE 'Report' END,
       '[]', 'Site ' || n % 100, 'group-' || n % 5000 FROM generate_series(1, ${CROWD}) AS n`,
  );
  await store.db.query('VACUUM ANALYZE incident, article');
}, 120_000);
afterAll(() => store.close());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

async function plansOf(sql: string, params: readonly unknown[]): Promise<Plan[]> {
  const [row] = await store.db.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (FORMAT JSON) ${sql}`,
    params,
  );
  const walk = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(walk)];
  return walk(row!['QUERY PLAN'][0].Plan);
}

const nodesOf = async (sql: string, params: readonly unknown[]): Promise<string[]> =>
  (await plansOf(sql, params)).map(
    (plan) => `${plan['Node Type']}${plan['Relation Name'] ? ` on ${plan['Relation Name']}` : ''}`,
  );

const FILTERS: readonly Record<string, string>[] = [
  {},
  { type: 'Riots' },
  { subType: 'Mob violence,Grenade' },
  { plover: 'PROTEST', country: 'KAZ' },
  { hazard: 'Natural/Hydrological' },
  { family: 'disaster' },
  { status: 'disputed' },
  { country: 'KAZ', admin1: 'Region 4' },
  { from: '2014-03-01', to: '2014-03-05' },
  { from: '2014-03-01', to: '2014-09-05' },
  { from: '2021-12-20' },
  { to: '2012-01-05' },
  { bbox: '70,40,75,45' },
  { bbox: '179,-10,-179,10' },
  { near: '43.25,76.95', radiusKm: '100' },
  { actor: 'redharbour brigade' },
  { killedMin: '55' },
  { injuredMin: '80' },
  { sourcesMin: '5' },
  { article: 'article-77' },
  { text: 'redharbour' },
  { text: '"near the redbridge" OR tealmosq* -redvillage' },
  { text: 'greyconvoy', country: 'SOM', type: 'Battles' },
  { updatedSince: '1970-01-01T00:16:50Z' },
  { updatedSince: '1970-01-01T00:16:50Z', country: 'KAZ' },
  { lifecycle: 'retracted' },
  { lifecycle: 'any', killedMin: '55' },
];
const SORTED = ['-updatedAt', 'updatedAt', '-start', 'start', '-killed', 'killed'];
const QUERIES = FILTERS.flatMap((filter) => [
  filter,
  ...SORTED.map((sort) => ({ ...filter, sort })),
  ...('text' in filter ? [{ ...filter, sort: '-relevance' }] : []),
]);

/** The window of the newer half. */
const bySpans = (query: OrderedQuery, by?: Window['by']): Statement => {
  const [from, until] = [1_000_000 + CROWD / 2, 1_000_000 + CROWD];
  const edge = { value: String(query.descending ? from : until), id: '' };
  return windowStatement(query, { edge, spans: spansBetween(from, until), by });
};

/** All that a search may ask: along its order, or of the newest matches and then of the best of them. */
async function statementsOf(query: IncidentQuery): Promise<Statement[]> {
  const { sort } = query;
  if (sort === 'relevance') {
    const newest = await statementsOf({ ...query, sort: 'updatedAt' });
    return [...newest, rankStatement(query, ['n1', 'n2'])];
  }
  const ordered = { ...query, sort };
  const edge = edgeStatement(ordered, WINDOW_ROWS);
  const [place] = await store.db.query<Place>(edge.sql, edge.params);
  const windows = place ? [windowStatement(ordered, { edge: place })] : [];
  return [
    walkStatement(ordered, WALK_ROWS),
    edge,
    ...windows,
    ...(sort === 'updatedAt' ? [bySpans(ordered)] : []),
    wholeStatement(ordered),
  ];
}

describe('a list of incidents never reads the whole table', () => {
  it.each(QUERIES.map((query) => [JSON.stringify(query), query] as const))(
    '%s',
    async (_, query) => {
      for (const { sql, params } of await statementsOf(parseIncidentQuery(query))) {
        expect(await nodesOf(sql, params)).not.toContain('Seq Scan on incident');
      }
    },
  );

  it('nor does any page after the first', async () => {
    for (const sort of ['updatedAt', '-killed']) {
      const value = sort === 'updatedAt' ? '1004000' : '30';
      const cursor = Buffer.from(JSON.stringify([sort, value, 'n5'])).toString('base64url');
      const query = parseIncidentQuery({ sort, cursor, limit: '500' });
      for (const { sql, params } of await statementsOf(query)) {
        expect((await nodesOf(sql, params)).join()).toMatch(/Index (Only )?Scan on incident/);
      }
    }
  });

  it.each(SORTED)(
    'and where a window ends is read off the index alone, sorted by %s',
    async (sort) => {
      const query = parseIncidentQuery({ sort, country: 'KAZ' });
      const { sql, params } = edgeStatement({ ...query, sort: query.sort as 'start' }, WINDOW_ROWS);
      expect(await nodesOf(sql, params)).toContain('Index Only Scan on incident');
    },
  );

  it.each([{ type: 'Riots' }, { country: 'KAZ', killedMin: '55' }, { bbox: '70,40,75,45' }])(
    'and a walk for what its index holds reads rows for the page alone: %j',
    async (filter) => {
      for (const sort of ['updatedAt', 'start'] as const) {
        const query = { ...parseIncidentQuery({ ...filter, sort }), sort };
        const { sql, params } = walkStatement({ ...query, idsOnly: true }, WALK_ROWS);
        const scans = (await nodesOf(sql, params)).filter((node) => node.endsWith('on incident'));
        expect(scans).toEqual(['Index Only Scan on incident']);
      }
    },
  );

  it.each(SORTED)('and a walk ends where its page is full, sorted by %s', async (sort) => {
    for (const filter of [{ from: '2014-03-01', to: '2014-09-05' }, { plover: 'PROTEST' }]) {
      const query = parseIncidentQuery({ ...filter, sort });
      const ordered = { ...query, sort: query.sort as 'start', idsOnly: true };
      const { sql, params } = walkStatement(ordered, WINDOW_ROWS);
      expect(await nodesOf(sql, params)).not.toContain('Sort');
    }
  });

  it.each([
    { type: 'Riots' },
    { plover: 'PROTEST', country: 'KAZ' },
    { bbox: '70,40,75,45' },
    { actor: 'redharbour brigade' },
    { text: '"near the redbridge"' },
    { text: 'greyconvoy', country: 'SOM' },
  ])('and of a window by spans each list is read as far as these go: %j', async (filter) => {
    for (const sort of ['updatedAt', '-updatedAt']) {
      const query = { ...parseIncidentQuery({ ...filter, sort }), sort: 'updatedAt' as const };
      const { sql, params } = bySpans({ ...query, idsOnly: true });
      const scans = (await plansOf(sql, params)).filter((plan) => 'Index Name' in plan);
      expect(scans.length).toBeGreaterThan(0);
      for (const scan of scans) {
        expect(scan['Index Name']).toMatch(/^incident_(facets|search)$/);
        expect(scan['Index Cond']).toContain('updated_ms >> 25');
      }
    }
  });

  it.each(['tokens', 'words'] as const)('and the index that it goes by is of %s', async (by) => {
    const query = parseIncidentQuery({ text: 'greyconvoy', country: 'SOM' });
    const { sql, params } = bySpans({ ...query, sort: 'updatedAt' }, by);
    const indexes = (await plansOf(sql, params)).flatMap((plan) => plan['Index Name'] ?? []);
    expect(indexes).toEqual([by === 'tokens' ? 'incident_facets' : 'incident_search']);
  });

  it('and snapshots are read for its page only', async () => {
    const query = parseIncidentQuery({ country: 'KAZ', sort: 'killed' });
    const { sql, params } = wholeStatement({ ...query, sort: 'killed' });
    const [row] = await store.db.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (VERBOSE, FORMAT JSON) ${sql}`,
      params,
    );
    const limits = (plan: Plan): Plan[] => [
      ...(plan['Node Type'] === 'Limit' ? [plan] : []),
      ...(plan.Plans ?? []).flatMap(limits),
    ];
    const found = limits(row!['QUERY PLAN'][0].Plan);
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('snapshot)::text');
    expect(JSON.stringify(row)).toContain('snapshot)::text');
  });
});

describe('counts and articles', () => {
  it('of a span of days read that span only', async () => {
    for (const by of GROUP_NAMES) {
      const query = parseCountsQuery(
        { by, from: '2014-03-01', to: '2014-04-01', country: 'KAZ' },
        0,
      );
      const { sql, params } = countsStatement(query);
      expect(await nodesOf(sql, params)).not.toContain('Seq Scan on incident');
    }
  });

  it.each([
    {},
    { site: 'Site 7' },
    { syndication: 'group-7' },
    { text: 'quake' },
    { fetchedSince: '1970-01-01T00:00:19Z' },
  ])('are found on an index: %j', async (query) => {
    const { sql, params } = articleStatement(parseArticleQuery(query));
    expect(await nodesOf(sql, params)).not.toContain('Seq Scan on article');
  });
});

describe('the check itself', () => {
  it('sees a scan where there is one', async () =>
    expect(await nodesOf(`SELECT * FROM incident WHERE summary LIKE $1`, ['%x%'])).toContain(
      'Seq Scan on incident',
    ));
});
