import { describe, expect, it } from '@jest/globals';
import { parseAtomFeed } from 'feedsmith';
import type { Incident } from '@tocsin/contracts';
import { incidentOf } from '@tocsin/contracts/testing';
import { formatByAccept, formatByExtension } from './index.js';

const SELF = 'http://localhost/v1/incidents.atom?country=KAZ';
const write = (extension: string, items: readonly Incident[]) =>
  formatByExtension(extension)!.write({
    items,
    self: SELF,
    next: `${SELF}&cursor=x`,
    title: 'Incidents',
  });
const cells = (text: string): Record<string, string> => {
  const [names, values] = text.trim().split('\r\n') as [string, string];
  return Object.fromEntries(names.split(',').map((name, n) => [name, values.split(',')[n] ?? '']));
};
const source = {
  articleId: 'a1',
  url: 'https://news.example/a1',
  title: 'Clashes',
  siteName: 'News',
  publishedAt: '2022-01-06T18:00:00Z',
  syndicationId: 'a1',
  mentionIds: ['m1'],
};
const almaty = incidentOf({
  actors: [{ role: 'perpetrator', words: 'rioting groups', inter: 5, claims: [] }],
  victims: [{ words: 'officers', claims: [] }],
  sources: [source],
});

describe("ACLED's columns", () => {
  it('hold what, when, where, who and how many', () =>
    expect(cells(write('csv', [almaty]))).toMatchObject({
      event_id_cnty: 'i1',
      event_date: '2022-01-03',
      year: '2022',
      time_precision: '2',
      disorder_type: 'Demonstrations',
      event_type: 'Riots',
      sub_event_type: 'Violent demonstration',
      actor1: 'rioting groups',
      inter1: '5',
      actor2: 'officers',
      interaction: '50',
      iso: '398',
      country: 'Kazakhstan',
      location: 'Almaty',
      latitude: '43.25',
      geo_precision: '1',
      source: 'News',
      fatalities: '2',
      timestamp: '1641492000',
    }));

  it('leave empty what is not reported, and take political incidents only', () => {
    const unknown = incidentOf({ casualties: { ...incidentOf().casualties, killed: null } });
    expect(cells(write('csv', [unknown]))['fatalities']).toBe('');
    expect(formatByExtension('csv')?.filters).toEqual({ family: 'political' });
  });

  it.each([
    ['Riots', 'Mob violence', 'Political violence'],
    ['Protests', 'Excessive force against protesters', 'Political violence; Demonstrations'],
    ['Protests', 'Peaceful protest', 'Demonstrations'],
    ['Battles', 'Armed clash', 'Political violence'],
    ['Strategic developments', 'Other', 'Strategic developments'],
  ] as const)('call %s, %s %s', (acledEventType, acledSubEventType, disorder) => {
    const what = { ...almaty.what, acledEventType, acledSubEventType };
    expect(cells(write('csv', [{ ...almaty, what }]))['disorder_type']).toBe(disorder);
  });
});

describe('UCDP GED names', () => {
  it('hold precision, sides, deaths and the PRIO-GRID cell', () =>
    expect(cells(write('ucdp.csv', [almaty]))).toMatchObject({
      id: 'i1',
      side_a: 'rioting groups',
      dyad_name: 'rioting groups - officers',
      number_of_sources: '1',
      source_headline: 'Clashes',
      where_prec: '1',
      geom_wkt: 'POINT (76.95 43.25)',
      priogrid_gid: String(266 * 720 + 513 + 1),
      date_prec: '2',
      date_start: '2022-01-03',
      date_end: '2022-01-06',
      best: '2',
      low: '2',
      high: '',
    }));
});

describe('PLOVER', () => {
  it('is a line for each incident that has a type', () => {
    const accident = incidentOf({ what: { ...almaty.what, ploverType: null } });
    const lines = write('plover.jsonl', [almaty, accident]).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        event_id: 'i1',
        event_type: 'PROTEST',
        event_mode: 'riot',
        quad_code: 4,
        actor: { name: 'rioting groups', country: null, primary_sector: null },
        location: expect.objectContaining({ name: 'Almaty', country: 'KAZ' }),
      }),
    ]);
  });
});

describe('GeoJSON', () => {
  it('has points as longitude and latitude, and none for a country', () => {
    const country = incidentOf({ where: { ...almaty.where, latitude: null, longitude: null } });
    const { type, features, next } = JSON.parse(write('geojson', [almaty, country]));
    expect([type, next]).toEqual(['FeatureCollection', `${SELF}&cursor=x`]);
    expect(features.map(({ geometry }: { geometry: unknown }) => geometry)).toEqual([
      { type: 'Point', coordinates: [76.95, 43.25] },
      null,
    ]);
    expect(features[0].properties).toMatchObject({
      killed: 2,
      country: 'KAZ',
      start: '2022-01-03',
    });
  });
});

describe('Atom', () => {
  it('is a feed that a reader of feeds takes, its entries by stable ids', () => {
    const feed = parseAtomFeed(write('atom', [almaty]));
    expect(feed).toMatchObject({ id: SELF, entries: [{ id: 'urn:tocsin:incident:i1' }] });
    expect(feed.links?.map(({ rel }) => rel)).toEqual(['self', 'next']);
    expect(feed.entries?.[0]?.links?.[0]?.href).toBe('http://localhost/v1/incidents/i1');
  });

  it('keeps hostile text as text', () => {
    const summary = ']]><script>alert(1)</script>\0\uD800\u0001&amp;';
    const text = write('atom', [incidentOf({ summary })]);
    expect(text).not.toMatch(/[\0\u0001]/);
    expect(parseAtomFeed(text).entries?.[0]?.summary?.value).toContain('<script>alert(1)</script>');
  });
});

describe('the format of an answer', () => {
  it.each([
    [undefined, undefined],
    ['*/*', undefined],
    ['application/json', undefined],
    ['text/html', undefined],
    ['application/geo+json', 'geojson'],
    ['text/csv', 'csv'],
    ['application/x-ndjson', 'plover.jsonl'],
    ['text/html, application/atom+xml;q=0.9, */*;q=0.1', 'atom'],
    ['text/csv;q=0.2, application/json', undefined],
  ])('for Accept %j is %j', (accept, extension) =>
    expect(formatByAccept(accept)?.extension).toBe(extension),
  );
});
