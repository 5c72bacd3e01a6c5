import { readUsage } from '../../bench/processes.js';
import type { Fault } from './fault.js';
import type { FaultLine } from './fault-line.js';

const MIB = 1_024 ** 2;
/** Of an article that is on its way alone, to find out what the line bears. */
const PROBE = 60;
const TIMES = 3;
const STALLED_MS = 25_000;
const STALLED_ARTICLES = 240;
/** What a process may grow by while nothing goes on behind it: garbage that V8 has not collected yet. */
const MAX_GROWTH_BYTES = 96 * MIB;
const UPSTREAM = ['fetcher', 'extractor'] as const;

/** Articles per second that the line brings to their end. */
async function sustainable(line: FaultLine): Promise<number> {
  await line.underWork(PROBE);
  const startedAt = performance.now();
  await line.until('the probe has ended', async () => (await line.onTheirWay()) === 0, 120_000);
  return (PROBE * 1_000) / (performance.now() - startedAt);
}

const overload = (name: string, seconds: number, isExtra: boolean): Fault => ({
  name,
  title: `${TIMES} times as many articles as the line bears, for ${seconds} s`,
  isExtra,
  strike: async (line) => {
    const rate = await sustainable(line);
    const each = Math.ceil(rate * TIMES);
    let most = 0;
    for (let second = 0; second < seconds; second += 1) {
      line.publish(each);
      await line.wait(1_000);
      most = Math.max(most, await line.onTheirWay());
    }
    const startedAt = performance.now();
    const limitMs = seconds * 1_000 * TIMES * 2 + 60_000;
    await line.until('it has recovered', async () => (await line.onTheirWay()) === 0, limitMs, 500);
    return {
      counts: {
        'articles per second borne': Math.round(rate * 10) / 10,
        'published beyond that': Math.round(each * seconds - rate * seconds),
        'most on their way': most,
        'seconds to recover': Math.ceil((performance.now() - startedAt) / 1_000),
      },
    };
  },
});

const stalled: Fault = {
  name: 'downstream-stalled',
  title: 'nobody reads what fetcher and extractor publish: their memory stays flat',
  strike: async (line) => {
    const { services } = line.parts;
    await line.underWork(PROBE);
    await services.kill('store');
    await services.kill('deduplicator');
    const memory = () =>
      UPSTREAM.map((name) => readUsage(services.pidsOf(name)[0] as number).rssBytes);
    const before = memory();
    for (let part = 0; part < 10; part += 1) {
      line.publish(STALLED_ARTICLES / 10);
      await line.wait(STALLED_MS / 10);
    }
    const grown = memory().map((bytes, at) => bytes - (before[at] as number));
    const waiting = await line.onTheirWay();
    return {
      counts: {
        'articles that waited': waiting,
        'largest growth in MiB': atLeastOne(Math.max(...grown) / MIB),
      },
      violations: grown.flatMap((bytes, at) =>
        bytes > MAX_GROWTH_BYTES
          ? [`the ${UPSTREAM[at]} grew by ${Math.round(bytes / MIB)} MiB`]
          : [],
      ),
    };
  },
};

/** Memory that shrank is no reason to fail. */
const atLeastOne = (n: number) => Math.max(1, Math.round(n));

/** The large feed may be asked often, or its test would last for hours; the others are polled now and then. */
const LARGE = { hostDelayMs: 50 };
const NORMAL = { minIntervalMs: 10_000, maxIntervalMs: 10_000 };

const largeFeed = (name: string, items: number, isExtra: boolean): Fault => ({
  name,
  title: `one feed with ${items} new items beside 99 with one each, which are not held up`,
  isExtra,
  strike: async (line) => {
    const { api, sites, supply, database } = line.parts;
    const [large, ...normal] = sites.spare;
    if (!large) throw new Error('There is no site for the large feed.');
    for (const { feedUrl } of normal) await api.addFeed(feedUrl, 'live', NORMAL);
    const before = await database.endedUrls();
    sites.publishAt(large, supply.take(items));
    await api.addFeed(large.feedUrl, 'live', LARGE);
    const isRead = async () => (await database.endedUrls()) > before;
    await line.until('the large feed is being read', isRead);
    const others = [
      ...normal.flatMap((site) => sites.publishAt(site, supply.take(1))),
      ...sites.publish(supply.take(sites.feedUrls.length)),
    ];
    const startedAt = performance.now();
    const haveEnded = async () => (await database.endedAmong(others)) === others.length;
    await line.until('all others have ended', haveEnded, items * 1_000, 100);
    const seconds = (performance.now() - startedAt) / 1_000;
    const left = await line.onTheirWay();
    await line.until(
      'the large feed is read',
      async () => (await line.onTheirWay()) === 0,
      items * 1_000,
      500,
    );
    return {
      counts: {
        "the others' articles": others.length,
        'seconds that they took': Math.ceil(seconds),
        'of the large feed still to come': left,
      },
    };
  },
});

export const loadFaults: readonly Fault[] = [
  stalled,
  largeFeed('large-feed', 400, true),
  overload('overload', 15, false),
  largeFeed('large-feed-10000', 10_000, true),
  overload('overload-3-min', 180, true),
];
