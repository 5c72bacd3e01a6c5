import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DependencyDownError } from '@tocsin/messaging';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { storeArticleDeduplicated } from '../handlers/store-article-deduplicated.handler.js';
import { storeArticleExtracted } from '../handlers/store-article-extracted.handler.js';
import { storeArticleSettled } from '../handlers/store-article-settled.handler.js';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { article, killedClaim, revised, settled, verdict } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { createApi } from './create-api.js';

const quiet = { log: () => {}, error: () => {}, warn: () => {} };
let store: StoreDatabase;
let app: NestFastifyApplication;
let isDown = false;

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** An incident of another place and time, with claims that stand, that don't, and of an unknown article. */
function withEvidence() {
  const { casualties, when, where } = revised().incident;
  return revised({
    incidentId: 'i5',
    where: { ...where, countryIso3: 'PER' },
    when: { ...when, start: '2020-05-01', end: '2020-05-01', claims: [0] },
    casualties: {
      ...casualties,
      killed: { low: 1, best: 1, high: null, basis: 'stated', claims: [0] },
    },
    claims: [
      killedClaim('a1', 'One', 7),
      killedClaim('a1', 'Three', 7),
      killedClaim('gone', 'x', 0),
    ],
    sources: [
      {
        articleId: 'a1',
        url: 'https://news.example/a1',
        title: 'Unrest',
        siteName: 'News',
        publishedAt: null,
        syndicationId: 'a1',
        mentionIds: ['a1-1000-1-0'],
      },
    ],
  });
}

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  const db: StoreDatabase['db'] = {
    query: async (sql, params) => {
      if (isDown) throw new DependencyDownError('ERR_PERSISTENCE_DATABASE_DOWN', 'secret host');
      return store.db.query(sql, params);
    },
  };
  app = await createApi({ db, logger: quiet, imports: [], controllers: [] });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const { casualties, when, where, what } = revised().incident;
  const killed = (best: number) => ({
    ...casualties,
    killed: { low: best, best, high: null, basis: 'stated' as const, claims: [] },
  });
  await store.apply(
    storeIncidentRevised(() => 5_000),
    revised(),
    revised({ incidentId: 'i2', casualties: killed(100), summary: 'Gunmen fired.' }),
    revised({
      incidentId: 'i3',
      where: { ...where, countryIso3: 'FRA', place: 'Lyon' },
      what: { ...what, acledEventType: 'Protests', acledSubEventType: 'Peaceful protest' },
      when: { ...when, start: '2023-05-01', end: '2023-05-01' },
      casualties: { ...casualties, killed: null },
    }),
    revised({ incidentId: 'i4', lifecycle: 'merged', mergedInto: 'i1' }),
    withEvidence(),
  );
  await store.apply(
    storeArticleExtracted(() => 5_000),
    article(),
  );
  await store.apply(
    storeArticleDeduplicated(() => 6_000),
    verdict(),
  );
  await store.apply(
    storeArticleSettled(() => 7_000),
    settled({ stage: 'store', end: 'stored', code: 'OK', traceparent: TRACE }),
    settled({ urlId: 'a9', version: null }),
  );
  await store.behindHorizon();
});
afterAll(async () => {
  await app.close();
  await store.close();
});

async function get(url: string) {
  const response = await app.inject({ url });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}
const idsOf = async (query: string): Promise<string[]> => {
  const { body } = await get(`/v1/incidents${query}`);
  return body.items.map(({ incidentId }: { incidentId: string }) => incidentId).sort();
};

describe('searching incidents', () => {
  it.each([
    ['', ['i1', 'i2', 'i3', 'i5']],
    ['?country=FRA', ['i3']],
    ['?type=Riots', ['i1', 'i2', 'i5']],
    ['?type=Riots,Protests&country=FRA,KAZ', ['i1', 'i2', 'i3']],
    ['?lifecycle=merged', ['i4']],
    ['?near=43,77&radiusKm=60&killedMin=50', ['i2']],
    ['?article=a1', ['i5']],
    ['?text=%22clashed+with%22+pol*', ['i1', 'i3', 'i5']],
    ['?from=2022-01-06&to=2022-01-10', ['i1', 'i2']],
    ['?from=2022-01-07&to=2022-12-31', []],
    ['?killedMin=50', ['i2']],
    ['?text=rioters+almaty&country=KAZ', ['i1']],
    ['?updatedSince=1970-01-01T00:00:05Z', ['i1', 'i2', 'i3', 'i4', 'i5']],
    ['?updatedSince=1970-01-01T00:00:06Z', []],
  ])('%s finds %j', async (query, expected) => expect(await idsOf(query)).toEqual(expected));

  it.each(['updatedAt', '-updatedAt', 'start', '-start', 'killed', '-killed'])(
    'pages through everything once, sorted by %s',
    async (sort) => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await get(`/v1/incidents?limit=1&sort=${sort}${cursor}`);
        seen.push(...body.items.map((item: { incidentId: string }) => item.incidentId));
        cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
      } while (cursor !== '' && seen.length < 10);
      expect([...seen].sort()).toEqual(['i1', 'i2', 'i3', 'i5']);
      if (sort === '-killed') expect(seen).toEqual(['i2', 'i1', 'i5', 'i3']);
    },
  );

  it('gives only the fields that were asked for', async () =>
    expect((await get('/v1/incidents?country=PER&fields=where.countryIso3')).body.items).toEqual([
      { incidentId: 'i5', where: { countryIso3: 'PER' } },
    ]));

  it.each([
    '?colour=red',
    '?limit=501',
    '?limit=0',
    '?country=kz',
    '?type=War',
    '?from=yesterday',
    '?killedMin=-1',
    '?sort=snapshot',
    '?sort=-',
    '?limit=5&limit=6',
    '?cursor=abc',
    '?__proto__=1',
    `?text=${'x'.repeat(201)}`,
    `?cursor=${Buffer.from('["killed","1","i1"]').toString('base64url')}`,
    `?cursor=${Buffer.from(`["-updatedAt","1'; DROP","i1"]`).toString('base64url')}`,
  ])('refuses %s', async (query) => {
    const { status, headers, body } = await get(`/v1/incidents${query}`);
    expect([status, body.code, body.status]).toEqual([400, 'ERR_API_QUERY', 400]);
    expect(headers['content-type']).toContain('application/problem+json');
  });
});

describe('one thing', () => {
  it('an incident has its claims and sources, and a merged id forwards', async () => {
    expect((await get('/v1/incidents/i1')).body).toEqual(revised().incident);
    expect((await get('/v1/incidents/i4')).body.incidentId).toBe('i1');
  });

  it('an incident has its evidence, each quote checked against the article', async () => {
    const { body } = await get('/v1/incidents/i5/evidence');
    expect(body).toMatchObject({ incidentId: 'i5', revision: 1 });
    expect(body.items).toEqual([
      expect.objectContaining({
        articleId: 'a1',
        title: 'Title',
        siteName: 'News',
        stands: true,
        syndicationId: 'a1',
        traceId: '0af7651916cd43dd8448eb211c80319c',
        supports: ['when', 'casualties.killed'],
        claim: expect.objectContaining({ quote: 'One', start: 7, end: 10 }),
      }),
      expect.objectContaining({ stands: false, supports: [] }),
      expect.objectContaining({ articleId: 'gone', title: null, stands: false, traceId: null }),
    ]);
  });

  it("an incident's revisions are those of exactly its id", async () => {
    const { body } = await get('/v1/incidents/i4/revisions');
    expect(body).toMatchObject({ items: [{ incident: { incidentId: 'i4' } }], nextAfter: null });
    expect((await get('/v1/incidents/i4/revisions?after=x')).status).toBe(400);
  });

  it('an article has its ends and hops', async () => {
    const { body } = await get('/v1/articles/a1');
    expect(body).toMatchObject({
      title: 'Title',
      syndication: { syndicationId: 'a1', reason: 'original' },
      ends: [{ end: 'stored', stage: 'store' }],
      hops: [{ fetchedAt: '1970-01-01T00:00:01.000Z', storedAt: '1970-01-01T00:00:06.000Z' }],
    });
  });

  it('an article tells which incidents it tells of', async () =>
    expect((await get('/v1/articles/a1')).body.incidents).toEqual([
      { incidentId: 'i5', summary: 'Rioters clashed with police.' },
    ]));

  it.each([
    '/v1/incidents/none',
    '/v1/incidents/none/revisions',
    '/v1/incidents/none/evidence',
    '/v1/articles/none',
  ])('%s is not found', async (url) =>
    expect(await get(url)).toMatchObject({ status: 404, body: { code: 'ERR_API_NOT_FOUND' } }),
  );

  it('with an impossible id is refused', async () =>
    expect((await get('/v1/articles/a%00b')).status).toBe(400));
});

describe('formats', () => {
  const text = async (url: string, accept?: string) => {
    const response = await app.inject({ url, headers: accept ? { accept } : {} });
    return {
      type: response.headers['content-type'],
      link: response.headers['link'],
      body: response.body,
    };
  };

  it('go by extension or by Accept, with the same filters', async () => {
    const byExtension = await text('/v1/incidents.geojson?country=FRA');
    const byAccept = await text('/v1/incidents?country=FRA', 'application/geo+json');
    expect(byExtension.type).toContain('application/geo+json');
    expect(byAccept).toEqual(byExtension);
    expect(JSON.parse(byAccept.body).features).toHaveLength(1);
  });

  it.each([
    ['csv', 'text/csv', /^event_id_cnty,event_date,/],
    ['ucdp.csv', 'text/csv', /^id,relid,year,/],
    ['plover.jsonl', 'application/x-ndjson', /^\{"event_id":/],
    ['atom', 'application/atom+xml', /^<\?xml/],
    ['geojson', 'application/geo+json', /^\{"type":"FeatureCollection"/],
  ])('write .%s', async (extension, type, begins) => {
    const answer = await text(`/v1/incidents.${extension}?limit=2`);
    expect(answer.type).toContain(type);
    expect(answer.body).toMatch(begins);
    expect(answer.link).toMatch(/^<http.*cursor=.*>; rel="next"$/);
  });

  it("hold in ACLED's columns political incidents only", async () => {
    const { body } = await text('/v1/incidents.csv?family=crime');
    expect(body.trim().split('\r\n')).toHaveLength(1);
  });

  it('refuse what the list refuses', async () =>
    expect((await get('/v1/incidents.csv?colour=red')).status).toBe(400));
});

describe('lists of articles', () => {
  it.each([
    ['', ['a1']],
    ['?site=News&text=tit*', ['a1']],
    ['?site=Other', []],
    ['?syndication=a1', ['a1']],
    ['?fetchedSince=1970-01-01T00:00:02Z', []],
  ])('%s finds %j', async (query, expected) => {
    const { body } = await get(`/v1/articles${query}`);
    expect(body.items.map(({ articleId }: { articleId: string }) => articleId)).toEqual(expected);
    expect(body.nextCursor).toBeNull();
  });

  it.each(['?colour=red', '?limit=0', '?cursor=abc', '?text=-', '?fetchedSince=now'])(
    'refuse %s',
    async (query) => expect((await get(`/v1/articles${query}`)).status).toBe(400),
  );
});

describe('counts of incidents', () => {
  it('are by type, country, day and others, of a span of days', async () => {
    const { body } = await get('/v1/stats/incidents?by=country&from=2022-01-01&to=2022-12-31');
    expect(body).toEqual({
      by: 'country',
      from: '2022-01-01',
      to: '2022-12-31',
      items: [{ value: 'KAZ', incidents: 2, killed: 102 }],
    });
    const days = await get('/v1/stats/incidents?by=day&from=2020-05-01&to=2020-05-01&country=PER');
    expect(days.body.items).toEqual([{ value: '2020-05-01', incidents: 1, killed: 1 }]);
  });

  it.each(['?by=colour', '?from=2020-01-01&to=2022-01-01', '?cursor=x', '?country=kz', '?from=x'])(
    'refuse %s',
    async (query) => expect((await get(`/v1/stats/incidents${query}`)).status).toBe(400),
  );
});

describe('the service', () => {
  it('counts states and measures hops', async () => {
    expect((await get('/v1/stats')).body).toEqual({
      articles: 1,
      incidents: 4,
      rejected: 1,
      failed: 0,
      deadLetters: 0,
      pending: 0,
      hops: {
        fetch: { p50: null, p99: null },
        extract: { p50: 1_000, p99: 1_000 },
        deduplicate: { p50: 0, p99: 0 },
        store: { p50: 4_000, p99: 4_000 },
      },
    });
  });

  it('sends security headers with answers and refusals', async () => {
    for (const url of ['/v1/stats', '/nowhere']) {
      expect((await get(url)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
    }
  });

  it('says that the database is away without telling where it is', async () => {
    isDown = true;
    const { status, body } = await get('/v1/articles');
    isDown = false;
    expect(status).toBe(503);
    expect(body.code).toBe('ERR_PERSISTENCE_DATABASE_DOWN');
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('takes no large bodies', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/v1/incidents',
      payload: 'x'.repeat(20_000),
      headers: { 'content-type': 'text/plain' },
    });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
  });

  it('describes itself', async () => {
    const { body } = await get('/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/v1/incidents', '/v1/dead-letters', '/v1/feeds', '/v1/erasures']),
    );
  });
});
