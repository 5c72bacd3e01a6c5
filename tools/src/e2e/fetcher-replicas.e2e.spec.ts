import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArticleFetched, ArticleSettled } from '@tocsin/contracts';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import { newsPages } from '../farm/content.js';
import { FEED_PATH, isPage, ROBOTS_PATH, type FarmRequest } from '../farm/farm-log.js';
import { startFarm, type Farm } from '../farm/farm.js';
import { newsSite } from '../farm/news-site.js';
import type { Stack } from '../stack/stack.js';
import { FetcherReplicas, type FetcherReplica } from '../start/fetcher-replicas.js';
import { FrontierApi, type FrontierCounts } from '../start/frontier-api.js';
import { createTopics, openBroker } from '../start/kafka-line.js';
import { stderrLog } from '../start/stderr-log.js';
import { startOwnStack } from './own-line.js';
import { topicValues } from './topic-values.js';

const HOSTS = 30;
const PAGES = 10;
const HOST_DELAY_MS = 200;
/** Clocks: the fetchers' delay is the database's, the log's is this process'. */
const TOLERANCE_MS = 5;
const CONCURRENCY = 8;
/** Pages that one replica may have asked for and not brought to their end: as many again four times wait for the broker. */
const IN_HAND = CONCURRENCY * 5;
const FORBIDDEN = '/private/story.html';
const pathOf = (n: number) => `/news/story-${n}.html`;

/** What every site publishes: half of it at first, the rest when the third replica is there. */
const paths = [FORBIDDEN, ...Array.from({ length: PAGES / 2 }, (_, n) => pathOf(n))];
/** Spelt as no library would write them: they must come back byte for byte. */
const validators = () => ({
  etag: `W/"${paths.length}, of; ~farm 'n'"`,
  lastModified: `Wed, 25 Nov 2026 8:0${paths.length % 10}:00 +0000`,
});

let stack: Stack;
let farm: Farm;
let replicas: FetcherReplica[];
let killed: FetcherReplica;
let counts: FrontierCounts;
let fetched: readonly { readonly key: string; readonly value: ArticleFetched }[];
let settled: readonly { readonly key: string; readonly value: ArticleSettled }[];

const waiting = new AbortController();

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await sleep(5, undefined, { signal: waiting.signal });
}
const requestsOf = ({ userAgent }: FetcherReplica): FarmRequest[] =>
  farm.log.requests.filter((request) => request.userAgent === userAgent);
const pollsOf = (requests: readonly FarmRequest[]) =>
  requests.filter(({ path }) => path === FEED_PATH);
const hosts = (): FarmRequest[][] => [...farm.log.byHost().values()];
const isKilled = ({ userAgent }: FarmRequest) => userAgent === killed.userAgent;

beforeAll(async () => {
  const pages = newsPages(8);
  const pageOf = (path: string) => pages[paths.indexOf(path) % pages.length];
  const robots = 'User-agent: *\nDisallow: /private/\n';
  const site = () => newsSite({ paths, pageOf, robots, validators, latencyMs: 40 });
  farm = await startFarm(Array.from({ length: HOSTS }, site));
  stack = await startOwnStack();
  await createTopics(stack.kafkaBrokers, stderrLog);
  const factory = new FetcherReplicas(
    stack,
    {
      TOCSIN_FETCH_ALLOW_PRIVATE: farm.hosts.join(','),
      TOCSIN_FETCH_HOST_DELAY_MS: String(HOST_DELAY_MS),
      TOCSIN_FETCH_CONCURRENCY: String(CONCURRENCY),
      TOCSIN_FETCH_POLL_INTERVAL_MIN_MS: '1000',
      TOCSIN_FETCH_POLL_INTERVAL_MAX_MS: '2000',
    },
    waiting.signal,
  );
  replicas = await Promise.all([factory.add(), factory.add()]);
  const [first, second] = replicas as [FetcherReplica, FetcherReplica];
  const api = new FrontierApi(second.url);
  await api.addFeeds(farm.hosts.map((host) => `http://${host}${FEED_PATH}`));
  await until(() => farm.log.distinctPages >= (HOSTS * PAGES) / 4);

  const third = await factory.add();
  replicas.push(third);
  for (let n = PAGES / 2; n < PAGES; n++) paths.push(pathOf(n));
  killed = first;
  // Under work: a page of its own is on its way at that very moment. It isn't waited for the third one's first page
  // before: on a busy machine all may be fetched by then, and the first one never be under work again.
  await until(() => requestsOf(first).some(({ path, end }) => isPage(path) && end === null));
  await first.process.stopQuickly();

  await until(async () => {
    counts = await api.counts();
    return counts.fetched + counts.rejected + counts.failed === HOSTS * (PAGES + 1);
  });
  // Nothing changes any more: every feed is asked once again, and says so.
  const polls = new Map(hosts().map((requests) => [requests[0]!.host, pollsOf(requests).length]));
  await until(() => hosts().every((all) => pollsOf(all).length > (polls.get(all[0]!.host) ?? 0)));
  await Promise.all([second, third].map((replica) => replica.process.stop()));
  const broker = openBroker(stack.kafkaBrokers, stderrLog);
  fetched = await topicValues(broker, 'article-fetched');
  settled = await topicValues(broker, 'article-settled');
  await broker.close();
}, 120_000);

afterAll(async () => {
  waiting.abort();
  await farm?.close();
  await stack?.stopQuickly();
}, 30_000);

describe('replicas of the fetcher, one added and one killed under work', () => {
  it('all take part', () => {
    for (const replica of replicas) {
      expect(requestsOf(replica).filter(({ path }) => isPage(path))).not.toEqual([]);
    }
  });

  it('lose no page', () => {
    expect(counts).toMatchObject({
      pending: 0,
      fetched: HOSTS * PAGES,
      rejected: HOSTS,
      failed: 0,
      unpolled: 0,
    });
    const wanted = farm.hosts.flatMap((host) =>
      Array.from({ length: PAGES }, (_, n) => idOf(host, pathOf(n))),
    );
    expect(new Set(fetched.map(({ key }) => key))).toEqual(new Set(wanted));
  });

  it('ask for a page again only when the killed one had it in its hands', () => {
    const asked = Map.groupBy(
      farm.log.requests.filter(({ path }) => isPage(path)),
      ({ host, path }) => host + path,
    );
    const again = [...asked.values()].filter((requests) => requests.length > 1);
    expect(again.length).toBeLessThanOrEqual(IN_HAND);
    for (const requests of again) expect(requests.map(isKilled)).toEqual([true, false]);
  });

  it('publish each page once, or twice the same when it was asked for twice', () => {
    const asked = new Map<string, number>();
    for (const { host, path } of farm.log.requests) {
      const id = idOf(host, path);
      asked.set(id, (asked.get(id) ?? 0) + 1);
    }
    for (const [id, records] of Map.groupBy(fetched, ({ key }) => key)) {
      expect(records.length).toBeLessThanOrEqual(asked.get(id) ?? 0);
      expect(new Set(records.map(({ value }) => value.contentHash)).size).toBe(1);
    }
  });

  it('never ask a host twice at once, nor before it has rested', () => {
    expect(farm.log.tooEarly(HOST_DELAY_MS - TOLERANCE_MS)).toEqual([]);
  });

  it('ask for robots.txt first, once a host, and never for what it forbids', () => {
    for (const requests of hosts()) {
      const robots = requests.filter(({ path }) => path === ROBOTS_PATH);
      expect(robots).toEqual([requests[0]]);
    }
    expect(farm.log.requests.filter(({ path }) => path === FORBIDDEN)).toEqual([]);
    const ends = settled.map(({ key, value: { end, code } }) => ({ key, end, code }));
    const wanted = farm.hosts.map((host) => ({
      key: idOf(host, FORBIDDEN),
      end: 'rejected',
      code: 'ERR_FETCH_ROBOTS',
    }));
    expect(new Set(ends.map((end) => JSON.stringify(end)))).toEqual(
      new Set(wanted.map((end) => JSON.stringify(end))),
    );
  });

  it('send back the validators of the newest answer, byte for byte', () => {
    let unchanged = 0;
    for (const requests of hosts()) {
      const polls = pollsOf(requests);
      expect(polls[0]).toMatchObject({ ifNoneMatch: null, ifModifiedSince: null });
      polls.slice(1).forEach((poll, i) => {
        const sent = { etag: poll.ifNoneMatch, lastModified: poll.ifModifiedSince };
        // What only the killed one has read, nobody knows.
        const known = isKilled(polls[i]!) ? polls.slice(0, i + 1) : [polls[i]!];
        expect(known.map(({ answer }) => validatorsIn(answer))).toContainEqual(sent);
        if (poll.answer?.status === 304) unchanged += 1;
      });
    }
    expect(unchanged).toBeGreaterThanOrEqual(HOSTS);
  });
});

const idOf = (host: string, path: string): string => {
  const url = `http://${host}${path}`;
  return urlId(normaliseUrl(url) ?? url);
};

function validatorsIn(answer: FarmRequest['answer']) {
  return { etag: answer?.etag ?? null, lastModified: answer?.lastModified ?? null };
}
