import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTelemetry, type Telemetry } from '@tocsin/telemetry';
import { countEnd, kept, observeFrontier, timed } from './measures.js';

let telemetry: Telemetry;
beforeEach(() => {
  telemetry = startTelemetry({
    serviceName: 'fetcher',
    config: { sampler: 'always_off', samplerRatio: 1 },
  });
});
afterEach(() => telemetry.shutdown());

describe('what the fetcher measures', () => {
  it('counts ends by kind of work and code', async () => {
    countEnd('page', 'OK');
    countEnd('page', 'OK');
    expect(await telemetry.renderMetrics()).toMatch(
      /^tocsin_fetch_ends_total\{.*tocsin_fetch_work="page",tocsin_code="OK".*\} 2/m,
    );
  });

  it('times work that fails as well', async () => {
    await timed('feed', async () => undefined);
    await expect(timed('feed', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await telemetry.renderMetrics()).toMatch(/^tocsin_fetch_duration_count\{.*\} 2/m);
  });

  it('tells of feeds and lanes, and asks the database once for all of it', async () => {
    let asked = 0;
    observeFrontier({
      query: async <R>(sql: string) => {
        asked += 1;
        const rows = sql.includes('FROM feed')
          ? [{ active: 4, failing: 1, paused: 0, parked: 2, stopped: 0 }]
          : [{ lane: 'live', pending: 7, overdue: 1 }];
        return rows as R[];
      },
    });
    await telemetry.renderMetrics();
    const text = await telemetry.renderMetrics();
    expect(text).toMatch(/^tocsin_feeds\{.*tocsin_feed_state="parked".*\} 2/m);
    expect(text).toMatch(/^tocsin_frontier_pending\{.*tocsin_lane="live".*\} 7/m);
    expect(text).toMatch(/^tocsin_frontier_overdue\{.*tocsin_lane="backfill".*\} 0/m);
    expect(asked).toBe(2);
  });
});

describe('an answer that is kept', () => {
  it('is asked for again after its time, and at once after a failure', async () => {
    let now = 0;
    let asked = 0;
    const answer = kept(
      100,
      async () => {
        asked += 1;
        if (asked === 2) throw new Error('away');
        return asked;
      },
      () => now,
    );
    expect([await answer(), await answer()]).toEqual([1, 1]);
    now = 100;
    await expect(answer()).rejects.toThrow('away');
    expect(await answer()).toBe(3);
  });
});
