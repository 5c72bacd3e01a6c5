import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
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

beforeAll(async () => {
  await provision(brokers, prefix);
  // The first question about groups makes a young broker begin to keep them: it answers a moment later.
  const signal = AbortSignal.timeout(30_000);
  const answers = () => broker.committed(place.groupId, place.physicalTopic).then(() => true);
  while (!(await answers().catch(() => false))) await sleep(100, undefined, { signal });
}, 60_000);
afterAll(() => broker.close());
afterEach(closeServers);

const METRICS = `tocsin_outbox_oldest_age{otel_scope_name="tocsin"} 1.5\n`;

/** One server that plays all four services. */
async function services(isReady: boolean) {
  const answers: Record<string, unknown> = {
    '/health/ready': { status: 'ready', checks: { broker: { status: isReady ? 'up' : 'down' } } },
    '/v1/feeds?limit=1000': { feeds: [{ id: 'a', state: 'active', failures: 0 }], next: null },
    '/v1/frontier': { pending: 2 },
    '/v1/stats': { articles: 3, incidents: 1, hops: { fetch: { p50: 5 } } },
  };
  const { url } = await serve((request, response) => {
    if (request.url === '/metrics') return response.end(METRICS);
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
    expect(json[0]).toMatchObject({ troubles: [], measures: { store: { outboxAge: 1.5 } } });
    const groups = json[0]?.['groups'] as object[];
    expect(groups).toHaveLength(readingsOf(withPrefix(prefix)).length);
    expect(groups[0]).toEqual({
      topic: 'article-fetched',
      group: 'extractor',
      lag: 1,
      lagSeconds: expect.any(Number),
      retrying: 0,
      deadLetters: 1,
      blownFuses: [],
      partitions: [{ partition: 0, at: 0, lag: 1, lagSeconds: null }],
    });
  });

  it('shows it to people as tables', async () => {
    const { stdout } = await runCli(['status'], { env: await services(true), prefix });
    expect(stdout).toMatch(/^fetcher +ready/m);
    expect(stdout).toMatch(/^nothing is wrong$/m);
    expect(stdout).toMatch(/^extractor +article-fetched +1 +\d+ s +0 +1 +0$/m);
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

  it('ends with 3 and says why when a fuse has blown', async () => {
    const blown = `fuse1;blown;20;20;${Buffer.alloc(125, 1).toString('base64')}`;
    const { promise: committed, resolve, reject } = Promise.withResolvers<void>();
    const member = await broker.subscribe({
      group: place.groupId,
      topics: [place.physicalTopic],
      onAssigned: async (assignment) => {
        assignment.pause();
        await assignment.commit(0n, blown).then(resolve, reject);
      },
      onBatch: async () => undefined,
    });
    await committed;
    await member.stop(0);
    const { json, exitCode } = await runCli(['status', '--json'], {
      env: await services(true),
      prefix,
    });
    expect(exitCode).toBe(3);
    expect(json[0]?.['troubles']).toMatchObject([
      { alert: 'FuseBlown', what: `extractor has stopped ${place.physicalTopic}/0` },
    ]);
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
