import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import type { SpanLine } from '@tocsin/telemetry';
import pg from 'pg';
import { bundledArticles } from '../sample/articles.js';
import { getJson } from '../start/http-json.js';
import type { RunSummary } from '../start/summary.js';
import { incidentsOf, lineState, missingEnds, type LineState } from './line-state.js';
import { faultsOfLine, linesOf } from './log-lines.js';
import { startOwnLine, type OwnLine } from './own-line.js';
import { linksTo, orphansOf, outlineOf, pathTo, told, traceIdOf } from './spans.js';
import { startCommand, tocsinCommand } from './start-command.js';
import { servedSeries } from '../watch/known-series.js';
import { topicValues } from './topic-values.js';

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

describe('the metrics of the running line', () => {
  const texts = new Map<string, string>();
  const seriesOf = (service: string, name: string) =>
    [...(texts.get(service) ?? '').matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'))].map(
      ([text, value]) => ({ text, value: Number(value) }),
    );
  const sumOf = (service: string, name: string) =>
    seriesOf(service, name).reduce((sum, { value }) => sum + value, 0);
  beforeAll(async () => {
    for (const service of ['fetcher', 'extractor', 'deduplicator', 'store']) {
      const port = line.env[`TOCSIN_${service.toUpperCase()}_PORT`];
      texts.set(service, await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
    }
  });

  it('are of the catalogue, in every service', () => {
    for (const text of texts.values()) {
      const names = new Set([...text.matchAll(/^(\w+)[{ ]/gm)].map(([, name]) => String(name)));
      expect(names.size).toBeGreaterThan(15);
      expect([...names].filter((name) => !servedSeries.has(name))).toEqual(['target_info']);
    }
  });

  it('tell what each service did', () => {
    const { articleCount } = line.site;
    expect(sumOf('fetcher', 'tocsin_fetch_ends_total')).toBeGreaterThan(articleCount);
    expect(sumOf('fetcher', 'tocsin_feeds')).toBe(1);
    expect(sumOf('fetcher', 'tocsin_frontier_pending')).toBe(0);
    expect(sumOf('extractor', 'tocsin_extractor_documents_total')).toBe(articleCount);
    expect(sumOf('deduplicator', 'tocsin_outbox_oldest_age')).toBe(0);
    expect(sumOf('store', 'tocsin_article_freshness_count')).toBe(articleCount);
    expect(seriesOf('store', 'tocsin_audit_violations').map(({ value }) => value)).toEqual([0, 0]);
    for (const service of ['fetcher', 'deduplicator', 'store']) {
      expect(sumOf(service, 'db_client_connection_count')).toBeGreaterThan(0);
      expect(sumOf(service, 'db_client_operation_duration_count')).toBeGreaterThan(0);
    }
  });

  it('tell of every held partition that nothing waits and none stands still', () => {
    for (const service of ['extractor', 'deduplicator', 'store']) {
      const lags = seriesOf(service, 'tocsin_messaging_lag_records');
      expect(lags.length).toBeGreaterThan(5);
      expect(lags.filter(({ value }) => value !== 0)).toEqual([]);
      expect(sumOf(service, 'tocsin_messaging_lag_seconds')).toBe(0);
      expect(sumOf(service, 'tocsin_messaging_position')).toBeGreaterThan(0);
      expect(sumOf(service, 'tocsin_messaging_partitions_halted')).toBe(0);
    }
  });
});

describe('tocsin status', () => {
  it('finds nothing wrong with a line that is at rest', async () => {
    const urls = ['FETCHER', 'EXTRACTOR', 'DEDUPLICATOR', 'STORE'].map((service) => [
      `TOCSIN_${service}_URL`,
      `http://127.0.0.1:${line.env[`TOCSIN_${service}_PORT`]}`,
    ]);
    const env = { ...line.env, ...Object.fromEntries(urls) } as NodeJS.ProcessEnv;
    const { code, stdout, stderr } = await tocsinCommand(['status', '--json'], env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const status = JSON.parse(stdout) as {
      groups: { lag: number; partitions: unknown[] }[];
    };
    expect(status).toMatchObject({
      troubles: [],
      services: ['fetcher', 'extractor', 'deduplicator', 'store'].map((name) => ({
        name,
        status: 'ready',
      })),
      measures: { deduplicator: { outboxAge: 0 }, store: { outboxAge: 0, lostPositions: [] } },
      feeds: { active: 1, failing: 0 },
    });
    expect(status.groups.length).toBeGreaterThan(5);
    for (const { lag, partitions } of status.groups)
      expect({ lag, some: partitions.length > 0 }).toEqual({ lag: 0, some: true });
  });
});

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

describe('the trace of the seed article', () => {
  let spans: SpanLine[];
  let path: SpanLine[];
  beforeAll(() => {
    spans = line.collector.spans;
    const revised = spans.find(
      ({ name, attributes }) =>
        name === 'process incident-revised' &&
        attributes['kafka.message.key'] === incident.incidentId,
    );
    path = pathTo(revised as SpanLine, spans);
  });

  it('leads through all four services, each step below the one that led to it', () => {
    expect(path.map(told)).toEqual([
      'fetcher: fetch',
      'fetcher: send article-fetched',
      'extractor: process article-fetched',
      'extractor: send incident-extracted',
      'deduplicator: process incident-extracted',
      'deduplicator: send incident-revised',
      'store: process incident-revised',
    ]);
    expect(path[0]?.parentSpanId).toBeNull();
    expect(path[0]?.attributes['url.full']).toBe(`${line.site.origin}/news/${SEED}`);
  });

  it('is one, and the one that the incident and the end of the URL name', () => {
    const traceId = traceIdOf(incident.traceparent);
    expect(new Set(path.map((span) => span.traceId))).toEqual(new Set([traceId]));
    const end = settled.ends.find(({ urlId }) => urlId === seedId);
    expect(traceIdOf(end?.traceparent)).toBe(traceId);
  });

  it('says of each record where it was and what was done with it', () => {
    const [, send, processed] = path;
    const record = {
      'messaging.system.name': 'kafka',
      'messaging.destination.name': 'article-fetched',
      'kafka.message.key': seedId,
    };
    expect(send).toMatchObject({
      kind: 'PRODUCER',
      attributes: { ...record, 'messaging.operation.type': 'send' },
    });
    expect(processed).toMatchObject({
      kind: 'CONSUMER',
      attributes: {
        ...record,
        'messaging.operation.type': 'process',
        'messaging.consumer.group.name': 'extractor',
        'messaging.destination.partition.id': expect.stringMatching(/^\d+$/),
        'kafka.offset': expect.stringMatching(/^\d+$/),
      },
    });
    const kinds = ['PRODUCER', 'CONSUMER'];
    expect(path.slice(1).map(({ kind }) => kind)).toEqual([...kinds, ...kinds, ...kinds]);
    expect(path.filter(({ error }) => error !== null)).toEqual([]);
  });

  it('is linked to the poll of the feed that named the URL', () => {
    const polls = spans.filter((span) => linksTo(path[0] as SpanLine, span));
    expect(polls.map(told)).toEqual(['fetcher: poll feed']);
  });

  it('is linked from the batch of each consumer', () => {
    const consumers = path.filter(({ kind }) => kind === 'CONSUMER');
    for (const consumer of consumers) {
      const polls = spans.filter((span) => linksTo(span, consumer));
      expect(polls).toMatchObject([
        {
          kind: 'CLIENT',
          name: consumer.name.replace('process', 'poll'),
          attributes: {
            'messaging.operation.type': 'receive',
            'messaging.batch.message_count': expect.any(Number),
          },
        },
      ]);
    }
  });
});

describe('the traces of the whole run', () => {
  const rootOf = (traceId: string | undefined) =>
    line.collector.spans.find((span) => span.traceId === traceId && span.name === 'fetch');

  it('are received, from the fetch on, of every stored incident and of every URL that ended', async () => {
    expect(line.collector.faults).toEqual([]);
    const incidents = await database.query<{ traceparent: string }>(
      `SELECT record->'incident'->>'traceparent' AS traceparent FROM store.incident_revision`,
    );
    expect(incidents.rows.length).toBeGreaterThan(5);
    const named = [...incidents.rows, ...settled.ends].map(({ traceparent }) => traceparent);
    expect(named.filter((traceparent) => !rootOf(traceIdOf(traceparent)))).toEqual([]);
    expect(new Set(settled.ends.map(({ traceparent }) => traceIdOf(traceparent))).size).toBe(
      line.site.articleCount,
    );
  });

  it('are whole: no span is without the one that led to it, and none has failed', () => {
    const { spans } = line.collector;
    expect(orphansOf(spans)).toEqual([]);
    expect(spans.filter(({ error }) => error !== null)).toEqual([]);
    expect(spans.filter(({ name }) => name === 'fetch')).toHaveLength(line.site.articleCount);
  });

  it('have the shape of the line', () => {
    const outline = outlineOf(
      rootOf(traceIdOf(incident.traceparent)) as SpanLine,
      line.collector.spans,
    );
    // The half that comes second completes the article, whichever it is.
    const isEnd = (told: string) => told.includes('article-settled');
    expect(outline.filter((told) => !isEnd(told))).toEqual([
      'fetcher: fetch INTERNAL',
      '  fetcher: send article-fetched PRODUCER',
      '    extractor: process article-fetched CONSUMER',
      '      extractor: send article-extracted PRODUCER',
      '        store: process article-extracted CONSUMER',
      '      extractor: send incident-extracted PRODUCER',
      '        deduplicator: process incident-extracted CONSUMER',
      '          deduplicator: send article-deduplicated PRODUCER',
      '            store: process article-deduplicated CONSUMER',
      '          deduplicator: send incident-revised PRODUCER',
      '            store: process incident-revised CONSUMER',
      '          deduplicator: send incident-updated PRODUCER',
    ]);
    expect(outline.filter(isEnd).map((told) => told.trim())).toEqual([
      'store: send article-settled PRODUCER',
      'store: process article-settled CONSUMER',
    ]);
  });

  it('have polls and commits beside them, one of each for every batch', () => {
    const { spans } = line.collector;
    const [polls, commits] = [/^poll (?!feed)/, /^commit /].map((name) =>
      spans.filter((span) => name.test(span.name)),
    ) as [SpanLine[], SpanLine[]];
    expect(commits).toHaveLength(polls.length);
    for (const span of [...polls, ...commits])
      expect(span).toMatchObject({ kind: 'CLIENT', parentSpanId: null });
    for (const { name, attributes } of commits)
      expect(attributes).toEqual({
        'messaging.system.name': 'kafka',
        'messaging.operation.type': 'settle',
        'messaging.operation.name': 'commit',
        'messaging.destination.name': name.replace('commit ', ''),
        'messaging.destination.partition.id': expect.stringMatching(/^\d+$/),
        'messaging.consumer.group.name': expect.any(String),
        'kafka.offset': expect.stringMatching(/^\d+$/),
      });
  });
});

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
