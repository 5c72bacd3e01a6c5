import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import fc from 'fast-check';
import { EARTH_KM } from '../facets/cells.js';
import { SPANS } from '../facets/spans.js';
import { dayOf } from '../tables/day-of.js';
import { upsertIncidents } from '../tables/incident-table.js';
import { crowdIncident } from '../testing/crowd.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { parseIncidentQuery } from './incident-query.js';
import { searchIncidents, type Walk } from './incident-search.js';
import { SPREAD } from './spread.js';

const CROWD = 400;
const crowd = Array.from({ length: CROWD }, (_, n) => crowdIncident(n));
/** So short that searches of this crowd look further in windows, and look all up. */
const SHORT: Walk = { index: 25, row: 12, words: 6, beforeSpans: 4 };
/** When the n-th changed: one after the other over two months of spans, so that the planner knows how they are spread. */
const changedAt = (n: number) => 1_000 + (n % CROWD) * 2 ** 24;
let store: StoreDatabase;
beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  for (const [n, one] of crowd.entries()) await upsertIncidents(store.db, [one], changedAt(n));
  // How many there are decides which way a search goes on.
  await store.db.query('ANALYZE incident');
});
afterAll(() => store.close());

type Ask = (sql: string, params?: readonly unknown[]) => Promise<unknown[]>;
type Explained = { total?: number; 'QUERY PLAN'?: [{ Plan: { 'Plan Rows': number } }] };

/** The database as it would answer if the planner took the table, and what it holds of a filter, for so many times as large. */
const exaggerating = (times: number, ask: Ask = store.db.query): Queryable => ({
  async query<R>(sql: string, params?: readonly unknown[]): Promise<R[]> {
    const rows = await ask(sql, params);
    const [first] = rows as Explained[];
    if (sql === SPREAD && first?.total) first.total *= times;
    if (sql.startsWith('EXPLAIN') && first?.['QUERY PLAN']) {
      first['QUERY PLAN'][0].Plan['Plan Rows'] *= times;
    }
    return rows as R[];
  },
});

async function pages(
  query: Record<string, string>,
  between: () => Promise<unknown>,
  walk: Walk = SHORT,
  db: Queryable = store.db,
) {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const asked = parseIncidentQuery({ ...query, ...(cursor === null ? {} : { cursor }) });
    const page = await searchIncidents(db, asked, walk);
    ids.push(...page.items.map(({ incidentId }) => incidentId));
    cursor = page.nextCursor;
    await between();
  } while (cursor !== null);
  return ids;
}

/** What each filter means, said again in the plainest way. */
const MEANINGS: Readonly<Record<string, (incident: Incident, value: string) => boolean>> = {
  type: ({ what }, value) => value.split(',').includes(what.acledEventType as string),
  country: ({ where }, value) => value.split(',').includes(where.countryIso3 as string),
  admin1: ({ where }, value) => where.admin1?.toLowerCase() === value.toLowerCase(),
  killedMin: ({ casualties }, value) => (casualties.killed?.best ?? -1) >= Number(value),
  injuredMin: ({ casualties }, value) => (casualties.injured?.best ?? -1) >= Number(value),
  sourcesMin: (incident, value) => incident.independentSourceCount >= Number(value),
  from: ({ when }, value) => (dayOf(when.end) ?? dayOf(when.start) ?? '') >= value,
  to: ({ when }, value) => (dayOf(when.start) ?? '9999') <= value,
  bbox: ({ where }, value) => {
    const [west, south, east, north] = value.split(',').map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const [lat, lon] = [where.latitude as number, where.longitude as number];
    const between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
    return lat >= south && lat <= north && between;
  },
  text: ({ summary, actors }, value) =>
    [summary, ...actors.map(({ words }) => words)].some((text) =>
      text.includes(value.replaceAll(/[*"]/g, '')),
    ),
  actor: ({ actors }, value) => actors.some(({ words }) => words.includes(value)),
};

const dayAt = (n: number) =>
  new Date(Date.UTC(2012, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });
const filters = fc
  .record({
    type: optional(fc.constantFrom('Riots', 'Battles,Protests', 'Strategic developments')),
    country: optional(fc.constantFrom('KAZ', 'SOM,IND,UKR')),
    admin1: optional(fc.constantFrom('Region 3', 'REGION 17')),
    killedMin: optional(fc.nat(60).map(String)),
    injuredMin: optional(fc.nat(60).map(String)),
    sourcesMin: optional(fc.nat(4).map(String)),
    from: optional(fc.nat(3_650).map(dayAt)),
    to: optional(fc.nat(3_650).map(dayAt)),
    bbox: optional(
      fc.constantFrom('-180,-90,180,90', '-40,-30,60,30', '100,-60,-100,60', '1,1,9,9'),
    ),
    text: optional(fc.constantFrom('redbridge', 'teal*', 'near', '"near the"', '"struck a"')),
    actor: optional(fc.constantFrom('brigade', 'redbridge brigade')),
    sort: optional(
      fc.constantFrom('updatedAt', '-updatedAt', 'start', '-start', 'killed', '-killed'),
    ),
    limit: fc.constantFrom('7', '100', '500'),
  })
  .map((query) => JSON.parse(JSON.stringify(query)) as Record<string, string>);

describe('filters', () => {
  it('find exactly what they mean, in whatever mix and whatever the planner believes', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(1, 20, 1_000, 100_000), async (query, times) => {
        const found = await pages(query, async () => undefined, SHORT, exaggerating(times));
        const meant = crowd.filter((incident) =>
          Object.entries(query).every(([name, value]) => MEANINGS[name]?.(incident, value) ?? true),
        );
        expect(found.toSorted()).toEqual(meant.map(({ incidentId }) => incidentId).toSorted());
      }),
      { numRuns: 120 },
    );
  }, 120_000);

  it.each<Record<string, string>>([
    { admin1: 'Region 3' },
    { country: 'KAZ', killedMin: '45' },
    { country: 'KAZ', bbox: '-180,-60,0,60', injuredMin: '1' },
    { text: 'near' },
    { text: 'near', killedMin: '50' },
    { text: '"near the"', country: 'KAZ,SOM,IND' },
    { actor: 'brigade', type: 'Protests' },
  ])('miss nothing in windows by spans: %j', async (filter) => {
    for (const sort of ['updatedAt', '-updatedAt']) {
      let windows = 0;
      const counting: Ask = (sql, params) => {
        windows += sql.includes(`${SPANS} &&`) ? 1 : 0;
        return store.db.query(sql, params);
      };
      const query = { ...filter, sort, limit: '7' };
      const found = await pages(query, async () => 0, SHORT, exaggerating(100_000, counting));
      const meant = crowd.filter((incident) =>
        Object.entries(filter).every(([name, value]) => MEANINGS[name]?.(incident, value)),
      );
      expect(found.toSorted()).toEqual(meant.map(({ incidentId }) => incidentId).toSorted());
      expect(windows).toBeGreaterThan(0);
    }
  });

  it('measure circles on the sphere', async () => {
    const found = await pages({ near: '10,170', radiusKm: '1900' }, async () => undefined);
    const angle = (incident: Incident) => {
      const rad = Math.PI / 180;
      const { latitude, longitude } = incident.where as { latitude: number; longitude: number };
      return Math.acos(
        Math.sin(10 * rad) * Math.sin(latitude * rad) +
          Math.cos(10 * rad) * Math.cos(latitude * rad) * Math.cos((longitude - 170) * rad),
      );
    };
    const meant = crowd.filter((incident) => angle(incident) * EARTH_KM <= 1_900);
    expect(meant.length).toBeGreaterThan(3);
    expect(found.toSorted()).toEqual(meant.map(({ incidentId }) => incidentId).toSorted());
  });
});

describe('pages', () => {
  it.each(['updatedAt', '-updatedAt', 'start', '-start', 'killed', '-killed'])(
    'lose and double nothing while rows are inserted, sorted by %s',
    async (sort) => {
      let next = 10_000;
      const ids = await pages({ sort, limit: '23', killedMin: '1' }, () =>
        upsertIncidents(
          store.db,
          [0, 1, 2].map(() => ({ ...crowdIncident(next), incidentId: `late-${sort}-${next++}` })),
          changedAt(next),
        ),
      );
      const first = ids.filter((id) => /^n\d+$/.test(id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(first.toSorted()).toEqual(
        crowd
          .filter(({ casualties }) => (casualties.killed?.best ?? 0) >= 1)
          .map(({ incidentId }) => incidentId)
          .toSorted(),
      );
      await store.db.query(`DELETE FROM incident WHERE incident_id LIKE 'late-%'`);
    },
  );

  it('double nothing that moves along the order between two looks of one search', async () => {
    const query = { text: 'near', type: 'Protests', sort: 'updatedAt', limit: '500' };
    const protests = crowd.filter(({ what }) => what.acledEventType === 'Protests');
    const nth = ({ incidentId }: Incident) => Number(incidentId.slice(1)) % CROWD;
    const [first] = protests.toSorted((a, b) => nth(a) - nth(b)) as [Incident];
    const asked: string[] = [];
    let moves = 0;
    const moving: Ask = async (sql, params) => {
      // A window has been looked at: what was found first in it becomes the last of all.
      if (asked.at(-1)?.includes(`${SPANS} &&`) && moves++ === 0) {
        await upsertIncidents(
          store.db,
          [{ ...first, revision: first.revision + 1 }],
          changedAt(CROWD - 1) + 1,
        );
      }
      asked.push(sql);
      return store.db.query(sql, params);
    };
    const ids = await pages(query, async () => 0, SHORT, exaggerating(30, moving));
    expect(moves).toBeGreaterThan(0);
    expect(ids.toSorted()).toEqual(protests.map(({ incidentId }) => incidentId).toSorted());
  });

  it('by relevance go from a match in the summary to one in a quote, each once', async () => {
    const { where, ...rest } = crowdIncident(77_777);
    const place = {
      ...rest,
      where: { ...where, place: 'Zebraville' },
      incidentId: 'z2',
      summary: 'A',
    };
    const title = {
      ...rest,
      where,
      incidentId: 'z1',
      summary: 'Zebraville burns, Zebraville says.',
    };
    await upsertIncidents(store.db, [place, title], 9_000);
    const ids = await pages({ text: 'zebraville', sort: '-relevance', limit: '1' }, async () => 0);
    expect(ids).toEqual(['z1', 'z2']);
  });
});
