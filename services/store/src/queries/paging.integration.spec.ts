import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import fc from 'fast-check';
import { EARTH_KM } from '../facets/cells.js';
import { dayOf } from '../tables/day-of.js';
import { upsertIncidents } from '../tables/incident-table.js';
import { crowdIncident } from '../testing/crowd.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { parseIncidentQuery } from './incident-query.js';
import { searchIncidents, type Walk } from './incident-search.js';

const CROWD = 400;
const crowd = Array.from({ length: CROWD }, (_, n) => crowdIncident(n));
/** So short that searches of this crowd look further in windows, and look all up. */
const SHORT: Walk = { index: 25, row: 12, words: 6 };
let store: StoreDatabase;
beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  for (const [n, one] of crowd.entries()) await upsertIncidents(store.db, [one], 1_000 + (n % 50));
  // How many there are decides which way a search goes on.
  await store.db.query('ANALYZE incident');
});
afterAll(() => store.close());

async function pages(
  query: Record<string, string>,
  between: () => Promise<unknown>,
  walk: Walk = SHORT,
) {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const asked = parseIncidentQuery({ ...query, ...(cursor === null ? {} : { cursor }) });
    const page = await searchIncidents(store.db, asked, walk);
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
      text.includes(value.replace('*', '')),
    ),
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
    text: optional(fc.constantFrom('redbridge', 'teal*', 'near')),
    sort: optional(
      fc.constantFrom('updatedAt', '-updatedAt', 'start', '-start', 'killed', '-killed'),
    ),
    limit: fc.constantFrom('7', '100', '500'),
  })
  .map((query) => JSON.parse(JSON.stringify(query)) as Record<string, string>);

describe('filters', () => {
  it('find exactly what they mean, in whatever mix', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (query) => {
        const found = await pages(query, async () => undefined);
        const meant = crowd.filter((incident) =>
          Object.entries(query).every(([name, value]) => MEANINGS[name]?.(incident, value) ?? true),
        );
        expect(found.toSorted()).toEqual(meant.map(({ incidentId }) => incidentId).toSorted());
      }),
      { numRuns: 120 },
    );
  }, 120_000);

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
          1_000 + (next % 60),
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
