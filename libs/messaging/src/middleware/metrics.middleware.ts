import { metrics as api } from '@opentelemetry/api';

import type { Clock } from '../environment.port.js';
import { attribute, metric } from '../names.js';
import type { Middleware } from './step.js';

/** How many records were taken and how long they took; one measurement a batch, not a record. */
export const metrics = (
  { topic, group }: { topic: string; group: string },
  clock: Clock,
): Middleware => {
  const meter = api.getMeter('@tocsin/messaging');
  const consumed = meter.createCounter(metric.consumed);
  const duration = meter.createHistogram(metric.processDuration, { unit: 's' });
  const attributes = {
    [attribute.system]: 'kafka',
    [attribute.operationName]: 'process',
    [attribute.destination]: topic,
    [attribute.group]: group,
  };
  return (next) => async (messages, context) => {
    const start = clock.now();
    consumed.add(messages.length, attributes);
    let errorType: string | undefined;
    try {
      return await next(messages, context);
    } catch (error) {
      errorType = (error as Error).name;
      throw error;
    } finally {
      const seconds = (clock.now() - start) / 1_000;
      duration.record(
        seconds,
        errorType === undefined ? attributes : { ...attributes, [attribute.errorType]: errorType },
      );
    }
  };
};
