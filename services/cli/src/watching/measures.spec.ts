import { afterEach, describe, expect, it } from '@jest/globals';
import { startTelemetry, type Telemetry } from '@tocsin/telemetry';
import { observe } from '@tocsin/telemetry/catalogue';
import { measuresOf } from './measures.js';

let telemetry: Telemetry | undefined;
afterEach(() => telemetry?.shutdown());

describe('what a service says of itself', () => {
  it('is read from its metrics, as it gives them', async () => {
    telemetry = startTelemetry({
      serviceName: 'store',
      config: { sampler: 'always_off', samplerRatio: 1 },
    });
    const place = {
      'messaging.destination.name': 'article-extracted',
      'messaging.destination.partition.id': '3',
      'messaging.consumer.group.name': 'store',
    };
    observe('tocsin.outbox.oldest.age', (tell) => tell(130.5, {}));
    observe('tocsin.webhook.oldest.age', (tell) => tell(4, {}));
    observe('tocsin.audit.violations', (tell) => tell(2, { 'tocsin.audit.check': 'missing-end' }));
    observe('tocsin.messaging.lag.seconds', (tell) => tell(61, place));
    observe('tocsin.messaging.partitions.halted', (tell) => {
      tell(1, { ...place, 'tocsin.messaging.halt': 'position' });
      tell(1, { ...place, 'tocsin.messaging.halt': 'fuse' });
    });
    expect(measuresOf(await telemetry.renderMetrics())).toEqual({
      outboxAge: 130.5,
      webhookAge: 4,
      violations: { 'missing-end': 2 },
      lostPositions: ['article-extracted/3'],
      lagSeconds: { 'article-extracted/3': 61 },
    });
  });

  it('is not known where it says nothing', () => {
    expect(measuresOf('')).toEqual({
      outboxAge: null,
      webhookAge: null,
      violations: {},
      lostPositions: [],
      lagSeconds: {},
    });
  });
});
