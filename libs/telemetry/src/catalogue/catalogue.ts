import { attributes } from './attributes.js';
import type { MetricDefinition } from './definition.js';
import { messagingMetrics } from './messaging.js';
import { processMetrics } from './process.js';
import { stageMetrics } from './stages.js';

/**
 * Every metric of every service. Names without `tocsin.` are OpenTelemetry's own, with the attributes of
 * its conventions as far as they tell something here.
 */
export const catalogue = { ...messagingMetrics, ...stageMetrics, ...processMetrics } as const;

export type MetricName = keyof typeof catalogue;

/** The catalogue in its order. */
export const metricDefinitions = Object.entries(catalogue) as [MetricName, MetricDefinition][];

/** Series that a metric may have in one process; the SDK folds what comes after into one of overflow. */
const MOST_SERIES = 2_000;

/** How many series a metric can come to in one process, by the values that its attributes may take. */
export function seriesLimit({ attributes: names }: MetricDefinition): number {
  const product = names.reduce((size, name) => size * attributes[name].most, 1);
  // One more: the SDK keeps the last place for its overflow.
  return Math.min(product + 1, MOST_SERIES);
}
