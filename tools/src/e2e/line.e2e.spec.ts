import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import pg from 'pg';
import { bundledArticles } from '../sample/articles.js';
import { getJson } from '../start/http-json.js';
import type { RunSummary } from '../start/summary.js';
import { incidentsOf, lineState, missingEnds, type LineState } from './line-state.js';
import { faultsOfLine, linesOf } from './log-lines.js';
import { startOwnLine, type OwnLine } from './own-line.js';
import { startCommand } from './start-command.js';
import { topicValues } from './topic-values.js';
import { describeTraces } from './trace-line.js';
import { describeMeasures } from './watch-line.js';

const SEED = 'kazakhstan-2022-01-06';
const STOP_LIMIT_MS = 10_000;
const POLL_LIMIT_MS = 20_000;

let line: OwnLine;
let database: pg.Client;
let seedId: string;
/** The seed article's main incident, as PostgreSQL holds it. */
let incident: Incident;
/** What the line had brought about when the first poll's articles had all come to their end. */
let settled: LineState;

const idOf = (article: string) =>
  urlId(normaliseUrl(`${line.site.origin}/news/${article}`) as string);

beforeAll(async () => {
  line = await startOwnLine();
  database = new pg.Client({ connectionString: line.stack.databaseUrl });
  await database.connect();
  await line.api.addFeed(line.site.feedUrl, 'live');
  await line.drained(line.site.articleCount);
  seedId = idOf(SEED);
  settled = await lineState(database, line.broker);
}, 120_000);
afterAll(async () => {
  await database?.end();
  await line?.close();
}, 60_000);

describe('the incident that the seed article reports', () => {
  it('is in PostgreSQL: what, where, when and how many', async () => {
    const incidents = await incidentsOf(database, seedId);
    const main = incidents.filter(({ casualties }) => casualties.killed?.low === 2);
    expect(main).toHaveLength(1);
    incident = main[0] as Incident;
    expect(incident).toMatchObject({
      lifecycle: 'active',
      what: { acledEventType: 'Riots', acledSubEventType: 'Violent demonstration' },
      where: { place: 'Almaty', countryIso3: 'KAZ' },
      when: { start: '2022-01-03', end: '2022-01-06' },
      casualties: { killed: { low: 2, best: 2, high: null } },
      sources: [{ articleId: seedId }],
    });
  });

  it('names who says so, link by link', () => {
    const killed = incident.claims.filter(({ claim }) => claim.field === 'casualties.killed');
    const chains = killed.map(({ claim }) =>
      claim.attribution.map((each) => `${each.name} (${each.class})`),
    );
    expect(chains).toContainEqual([expect.stringMatching(/local media.*\(media\)/)]);
    expect(chains).toContainEqual([
      expect.stringMatching(/RIA \(media\)/),
      expect.stringMatching(/officials \(government\)/),
    ]);
  });

  it('is on the public topic, the same', async () => {
    const published = await topicValues(line.broker, 'incident-updated');
    const newest = published.findLast(({ key }) => key === incident.incidentId);
    expect(newest?.value).toEqual(incident);
  });

  it('is told by the API, the same', async () => {
    const url = `${line.api.storeUrl}/v1/incidents/${incident.incidentId}`;
    expect(await getJson<Incident>(url)).toEqual(incident);
  });
});

describe('the end of every URL', () => {
  it('is in the store, and none is missing', async () => {
    const urls = bundledArticles().map(({ id }) => idOf(id));
    expect(settled.ends.map(({ urlId }) => urlId)).toEqual(urls.sort());
    expect(new Set(settled.ends.map(({ ending }) => ending))).toEqual(new Set(['stored']));
    expect(await missingEnds(database)).toEqual([]);
  });
});

describe('a second poll', () => {
  it('that reads the whole feed anew changes nothing', async () => {
    const polls = () => line.site.log.filter((path) => path === '/feed.xml').length;
    const before = polls();
    await database.query(
      'UPDATE fetcher.feed SET etag = NULL, last_modified = NULL, body_hash = NULL',
    );
    await line.api.pollFeeds();
    const signal = AbortSignal.timeout(POLL_LIMIT_MS);
    while (polls() === before) await sleep(50, undefined, { signal });
    await line.drained(line.site.articleCount);
    expect(await lineState(database, line.broker)).toEqual(settled);
  });
});

describeMeasures(() => line);

describe('SIGTERM', () => {
  it('ends every service in good order and leaves no process', async () => {
    const startedAt = performance.now();
    await Promise.all(line.services.map((service) => service.stop()));
    expect(performance.now() - startedAt).toBeLessThan(STOP_LIMIT_MS);
    for (const { name, pid, exited } of line.services) {
      expect({ name, ...(await exited) }).toEqual({ name, code: 0, signal: null });
      // Each service leads a group: one that is empty is not there.
      expect(() => process.kill(-pid, 0)).toThrow('ESRCH');
    }
  });
});

describeTraces(() => ({ line, database, settled, seedId, seed: SEED, incident }));

describe('the logs of the whole run', () => {
  it('are one event a line, as JSON, without secrets and without texts of articles', () => {
    const { password } = new URL(line.stack.databaseUrl);
    const forbidden = {
      secrets: password ? [`:${password}@`] : [],
      texts: bundledArticles().map(({ paragraphs }) => paragraphs.join('\n')),
    };
    const lines = line.services.flatMap(({ logFile }) => linesOf(logFile));
    expect(lines.flatMap((text) => faultsOfLine(text, forbidden))).toEqual([]);
    for (const code of [
      'FETCHER_READY',
      'EXTRACTOR_READY',
      'DEDUPLICATOR_READY',
      'STORE_READY',
      'STORE_AUDIT',
    ])
      expect(lines.filter((text) => text.includes(`"${code}"`))).toHaveLength(1);
  });
});

describe('npm start -- --once --json', () => {
  it('on what another start left says the same in one JSON object and changes nothing', async () => {
    await line.site.close();
    const { code, stdout, stderr } = await startCommand(['--once', '--json'], line.env);
    expect({ code, stderr }).toMatchObject({ code: 0 });

    const { hops, incidents, seconds, ...counts } = JSON.parse(stdout) as RunSummary;
    expect(counts).toEqual({
      articles: line.site.articleCount,
      rejected: 0,
      failed: 0,
      deadLetters: 0,
    });
    expect(incidents).toContainEqual(incident);
    expect(seconds).toBeGreaterThan(0);
    for (const stage of ['fetch', 'extract', 'deduplicate', 'store'] as const) {
      const { p50, p99 } = hops[stage];
      expect(p50).toBeGreaterThanOrEqual(0);
      expect(p99).toBeGreaterThanOrEqual(p50);
    }
    expect(await lineState(database, line.broker)).toEqual(settled);
  });
});
