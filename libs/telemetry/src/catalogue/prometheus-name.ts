import type { MetricDefinition } from './definition.js';

/** Names that Prometheus knows a metric under, as the exporter writes them: units are not part of them. */
export function prometheusNames(name: string, { kind }: MetricDefinition): readonly string[] {
  const base = prometheusLabel(name);
  switch (kind) {
    case 'counter':
    case 'observable counter':
      return [`${base}_total`];
    case 'histogram':
      return [`${base}_bucket`, `${base}_count`, `${base}_sum`];
    default:
      return [base];
  }
}

/** The label that Prometheus knows an attribute under. */
export const prometheusLabel = (attribute: string): string => attribute.replaceAll(/[^\w]/g, '_');
