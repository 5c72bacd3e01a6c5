import { beforeAll, describe, expect, it } from '@jest/globals';
import { servedSeries } from '../watch/known-series.js';
import type { OwnLine } from './own-line.js';
import { tocsinCommand } from './start-command.js';

/** What a line that is at rest measures, and what is said of it. Part of the spec of a whole run. */
export function describeMeasures(running: () => OwnLine): void {
  describe('a line at rest', () => {
    let line: OwnLine;
    beforeAll(() => void (line = running()));

    describe('the metrics of the running line', () => {
      const texts = new Map<string, string>();
      const seriesOf = (service: string, name: string) =>
        [
          ...(texts.get(service) ?? '').matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm')),
        ].map(([text, value]) => ({ text, value: Number(value) }));
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
        expect(seriesOf('store', 'tocsin_audit_violations').map(({ value }) => value)).toEqual([
          0, 0,
        ]);
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
  });
}
