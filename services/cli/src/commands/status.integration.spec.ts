import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { KafkaBroker, readingsOf, type GroupTopic } from '@tocsin/messaging-kafka';
import { deadLetterOf } from '@tocsin/messaging-kafka/testing';
import { provision, silent } from '../testing/real-broker.js';
import { closeServers, NOBODY, runCli, serve } from '../testing/run-cli.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const prefix = `cli-${randomUUID().slice(0, 8)}.`;
const broker = new KafkaBroker({ brokers, clientId: 'cli-spec' }, silent);
const [place] = readingsOf(withPrefix(prefix)) as [GroupTopic];

beforeAll(() => provision(brokers, prefix), 60_000);
afterAll(() => broker.close());
afterEach(closeServers);

/** One server that plays all four services. */
async function services(isReady: boolean) {
  const answers: Record<string, unknown> = {
    '/health/ready': { status: 'ready', checks: { broker: { status: isReady ? 'up' : 'down' } } },
    '/v1/feeds?limit=1000': { feeds: [{ id: 'a', state: 'active', failures: 0 }], next: null },
    '/v1/frontier': { pending: 2 },
    '/v1/stats': { articles: 3, incidents: 1, hops: { fetch: { p50: 5 } } },
  };
  const { url } = await serve((request, response) => {
    response.writeHead(request.url === '/health/ready' && !isReady ? 503 : 200);
    response.end(JSON.stringify(answers[request.url ?? '']));
  });
  return env(url);
}
const env = (url: string) => ({
  KAFKA_BROKERS: brokers.join(','),
  TOCSIN_FETCHER_URL: url,
  TOCSIN_EXTRACTOR_URL: url,
  TOCSIN_DEDUPLICATOR_URL: url,
  TOCSIN_STORE_URL: url,
});

describe('tocsin status', () => {
  it('shows services, lag, dead letters, feeds and counts', async () => {
    const value = Buffer.from('{}');
    await broker.publish([{ topic: place.physicalTopic, key: 'k', value, headers: {} }]);
    await broker.publish([deadLetterOf(place, 'x')]);
    const { json, exitCode } = await runCli(['status', '--json'], {
      env: await services(true),
      prefix,
    });
    expect(exitCode).toBe(0);
    expect(json).toMatchObject([
      {
        services: ['fetcher', 'extractor', 'deduplicator', 'store'].map((name) => ({
          name,
          status: 'ready',
        })),
        feeds: { active: 1, paused: 0, parked: 0, stopped: 0, failing: 0 },
        frontier: { pending: 2 },
        stats: { articles: 3 },
      },
    ]);
    const groups = json[0]?.['groups'] as object[];
    expect(groups).toHaveLength(readingsOf(withPrefix(prefix)).length);
    expect(groups[0]).toEqual({
      topic: 'article-fetched',
      group: 'extractor',
      lag: 1,
      retrying: 0,
      deadLetters: 1,
    });
  });

  it('shows it to people as tables', async () => {
    const { stdout } = await runCli(['status'], { env: await services(true), prefix });
    expect(stdout).toMatch(/^fetcher +ready/m);
    expect(stdout).toMatch(/^extractor +article-fetched +1 +0 +1$/m);
    expect(stdout).toMatch(/^store +articles 3, incidents 1, hops \{"fetch":\{"p50":5\}\}$/m);
  });

  it('ends with 3 when one is not ready', async () => {
    const { json, exitCode } = await runCli(['status', '--json'], {
      env: await services(false),
      prefix,
    });
    expect(json[0]?.['services']).toMatchObject([
      { status: 'not-ready', reason: 'broker: down' },
      {},
      {},
      {},
    ]);
    expect(exitCode).toBe(3);
  });

  it('shows what can be asked when the rest is away', async () => {
    const { json, exitCode } = await runCli(['status', '--json'], { env: env(NOBODY), prefix });
    expect(exitCode).toBe(3);
    expect(json[0]).toMatchObject({
      services: [{ status: 'unreachable' }, {}, {}, {}],
      groups: expect.any(Array),
      feeds: { error: { code: 'ERR_CLI_UNREACHABLE' } },
      stats: { error: { code: 'ERR_CLI_UNREACHABLE' } },
    });
  });
});
