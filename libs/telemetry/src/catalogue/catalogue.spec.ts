import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { metrics } from '@opentelemetry/api';
import * as conventions from '@opentelemetry/semantic-conventions/incubating';
import { startTelemetry, type Telemetry } from '../start-telemetry.js';
import { attributes } from './attributes.js';
import { catalogue, metricDefinitions, seriesLimit, type MetricName } from './catalogue.js';
import { counter, histogram, observe } from './instruments.js';
import { prometheusNames } from './prometheus-name.js';
import { renderMetricTable } from './table.js';

let telemetry: Telemetry | undefined;
afterEach(async () => {
  await telemetry?.shutdown();
  telemetry = undefined;
});
const start = () =>
  (telemetry = startTelemetry({
    serviceName: 'spec',
    config: { sampler: 'always_off', samplerRatio: 1 },
  }));

const standard = (kind: 'METRIC_' | 'ATTR_'): ReadonlySet<unknown> =>
  new Set(
    Object.entries(conventions).flatMap(([key, name]) => (key.startsWith(kind) ? [name] : [])),
  );

describe('the catalogue of metrics', () => {
  it('has no name of its own where OpenTelemetry has one, and none of theirs that is not', () => {
    const [theirs, theirAttributes] = [standard('METRIC_'), standard('ATTR_')];
    const foreign = (name: string) => !name.startsWith('tocsin.');
    expect(Object.keys(catalogue).filter((name) => foreign(name) && !theirs.has(name))).toEqual([]);
    expect(
      Object.keys(attributes).filter((name) => foreign(name) && !theirAttributes.has(name)),
    ).toEqual([]);
  });

  it('gives every histogram its buckets, and the promises a bound of their own', () => {
    for (const [name, { kind, buckets }] of metricDefinitions)
      expect([name, buckets !== undefined]).toEqual([name, kind === 'histogram']);
    expect(catalogue['tocsin.article.freshness'].buckets).toContain(120);
    expect(catalogue['http.server.request.duration'].buckets).toContain(0.3);
  });

  it('bounds the series of every metric', () => {
    for (const [, definition] of metricDefinitions) {
      expect(seriesLimit(definition)).toBeGreaterThan(0);
      expect(seriesLimit(definition)).toBeLessThanOrEqual(2_000);
    }
    expect(seriesLimit(catalogue['tocsin.feeds'])).toBe(6);
  });

  it('is the table in the documentation', () => {
    const committed = readFileSync(new URL('../../../../docs/metrics.md', import.meta.url), 'utf8');
    expect(committed).toBe(renderMetricTable());
  });
});

describe('the names in Prometheus', () => {
  it('are those that the exporter writes', async () => {
    const { renderMetrics } = start();
    for (const [name, { kind }] of metricDefinitions) {
      if (kind === 'counter') counter(name as 'tocsin.fetch.ends').add(1, {});
      else if (kind === 'histogram') histogram(name as 'tocsin.fetch.duration').record(1, {});
      else observe(name as 'tocsin.feeds', (tell) => tell(1, {}));
    }
    const written = new Set(
      [...(await renderMetrics()).matchAll(/^(\w+)\{/gm)].map(([, name]) => name),
    );
    const expected = metricDefinitions.flatMap(([name, definition]) =>
      prometheusNames(name, definition),
    );
    expect([...written].filter((name) => name !== 'target_info').sort()).toEqual(expected.sort());
  });
});

describe('an instrument of the catalogue', () => {
  it('that is made before telemetry starts measures once it has, and after another start', async () => {
    const early = counter('tocsin.fetch.ends');
    early.add(1, { 'tocsin.code': 'BEFORE' });
    for (const code of ['FIRST', 'SECOND']) {
      start();
      early.add(2, { 'tocsin.code': code });
      const text = await telemetry!.renderMetrics();
      expect(text).toMatch(new RegExp(`tocsin_fetch_ends_total\\{.*tocsin_code="${code}".*\\} 2`));
      expect(text).not.toContain('BEFORE');
      await telemetry!.shutdown();
    }
  });

  it('has the unit, meaning and buckets of its definition', async () => {
    start();
    histogram('tocsin.article.freshness').record(119, {});
    const text = await telemetry!.renderMetrics();
    expect(text).toContain(
      `# HELP tocsin_article_freshness ${catalogue['tocsin.article.freshness'].meaning}`,
    );
    expect(text).toMatch(/tocsin_article_freshness_bucket\{.*le="60"\} 0/);
    expect(text).toMatch(/tocsin_article_freshness_bucket\{.*le="120"\} 1/);
  });

  it('that is observed gives no reading when its source fails, and is not asked after its end', async () => {
    start();
    observe('tocsin.outbox.oldest.age', () => Promise.reject(new Error('the database is away')));
    let asked = 0;
    const end = observe('tocsin.feeds', (tell) => tell((asked += 1), {}));
    const before = await telemetry!.renderMetrics();
    expect(before).not.toMatch(/^tocsin_outbox_oldest_age\{/m);
    expect(before).toMatch(/^tocsin_feeds\{.*\} 1/m);
    end();
    await telemetry!.renderMetrics();
    expect(asked).toBe(1);
  });

  it('never has more series than its limit: the rest is one of overflow', async () => {
    start();
    const feeds = counter('tocsin.worker.kills');
    for (let n = 0; n < 50; n += 1) feeds.add(1, { 'tocsin.worker.cause': `cause ${n}` });
    const series = (await telemetry!.renderMetrics()).match(/^tocsin_worker_kills_total\{/gm);
    expect(series).toHaveLength(seriesLimit(catalogue['tocsin.worker.kills']));
  });

  it('goes nowhere, and harms nobody, without telemetry', () => {
    metrics.disable();
    const name: MetricName = 'tocsin.fetch.duration';
    expect(() => histogram(name).record(1, {})).not.toThrow();
  });
});
