export { attributes, type AttributeName } from './attributes.js';
export { catalogue, metricDefinitions, seriesLimit, type MetricName } from './catalogue.js';
export type { MetricDefinition, MetricKind } from './definition.js';
export { counter, histogram, observe, type MetricAttributes, type Observe } from './instruments.js';
export { prometheusLabel, prometheusNames } from './prometheus-name.js';
