import { counter, histogram } from '@tocsin/telemetry/catalogue';

import type { Clock } from '../environment.port.js';
import { attribute } from '../names.js';
import type { Middleware } from './step.js';

const consumed = counter('messaging.client.consumed.messages');
const duration = histogram('messaging.process.duration');

/** How many records were taken and how long they took; one measurement a batch, not a record. */
export const metrics = (
  { topic, group }: { topic: string; group: string },
  clock: Clock,
): Middleware => {
  const attributes = {
    [attribute.system]: 'kafka',
    [attribute.operationName]: 'process',
    [attribute.destination]: topic,
    [attribute.group]: group,
  };
  return (next) => async (messages, context) => {
    const start = clock.now();
    consumed.add(messages.length, attributes);
    let failed: Readonly<Record<string, string>> = {};
    try {
      return await next(messages, context);
    } catch (error) {
      failed = { [attribute.errorType]: (error as Error).name };
      throw error;
    } finally {
      duration.record((clock.now() - start) / 1_000, { ...attributes, ...failed });
    }
  };
};
