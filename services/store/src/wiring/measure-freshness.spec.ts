import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deadLetter, ok, type Message, type Outcome } from '@tocsin/messaging';
import { startTelemetry, type Telemetry } from '@tocsin/telemetry';
import { measureFreshness } from './measure-freshness.js';

let telemetry: Telemetry;
beforeEach(() => {
  telemetry = startTelemetry({
    serviceName: 'store',
    config: { sampler: 'always_off', samplerRatio: 1 },
  });
});
afterEach(() => telemetry.shutdown());

const FETCHED = Date.parse('2026-01-01T00:00:00Z');
const stored = (secondsLater: number): Outcome => {
  const at = new Date(FETCHED + secondsLater * 1_000).toISOString();
  return ok({ topic: 'article-settled', key: 'a1', value: { version: FETCHED, at } });
};
const settle = measureFreshness(() => [{ topic: 'x', key: 'k', value: 1 }]);
const message = {} as Message<unknown>;
const counts = async () => {
  const text = await telemetry.renderMetrics();
  const of = (series: RegExp) => Number(series.exec(text)?.[1] ?? 0);
  return {
    kept: of(/^tocsin_article_freshness_bucket\{.*le="120"\} (\d+)/m),
    all: of(/^tocsin_article_freshness_count\{.*\} (\d+)/m),
  };
};

describe('the freshness of articles', () => {
  it('is measured when a version is stored, from its fetch', async () => {
    for (const seconds of [3, 120, 121, -5]) settle(message, stored(seconds));
    expect(await counts()).toEqual({ kept: 3, all: 4 });
  });

  it('says nothing of records that complete no version', async () => {
    settle(message, ok());
    settle(message, deadLetter('POISON', new Error('bad')));
    expect(await counts()).toEqual({ kept: 0, all: 0 });
  });

  it('changes nothing about how records are settled', () => {
    expect(settle(message, stored(1))).toEqual([{ topic: 'x', key: 'k', value: 1 }]);
  });
});
