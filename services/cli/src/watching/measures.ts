import {
  prometheusLabel,
  prometheusNames,
  catalogue,
  type MetricName,
} from '@tocsin/telemetry/catalogue';
import { readMetrics, type Sample } from './read-metrics.js';

/** What a service says of itself that nobody else knows; null where it doesn't say. */
export interface Measures {
  /** Seconds that its oldest outbox row has waited for the broker. */
  readonly outboxAge: number | null;
  /** Seconds that the oldest message for a webhook has waited. */
  readonly webhookAge: number | null;
  /** What the last nightly audit found, by check; empty before the first one. */
  readonly violations: Readonly<Record<string, number>>;
  /** Partitions whose position is outside of the log, as `topic/partition`. */
  readonly lostPositions: readonly string[];
  /** Seconds that each partition held by this replica is behind, by `topic/partition`. */
  readonly lagSeconds: Readonly<Record<string, number>>;
}

/** Reads a service's `/metrics`. */
export function measuresOf(text: string): Measures {
  const samples = readMetrics(text);
  const of = (name: MetricName) => {
    const [first] = prometheusNames(name, catalogue[name]);
    return samples.filter((sample) => sample.name === first);
  };
  const only = (name: MetricName) => of(name)[0]?.value ?? null;
  return {
    outboxAge: only('tocsin.outbox.oldest.age'),
    webhookAge: only('tocsin.webhook.oldest.age'),
    violations: Object.fromEntries(
      of('tocsin.audit.violations').map(({ labels, value }) => [
        labels[prometheusLabel('tocsin.audit.check')] ?? '',
        value,
      ]),
    ),
    lostPositions: of('tocsin.messaging.partitions.halted')
      .filter(
        ({ labels, value }) =>
          value > 0 && labels[prometheusLabel('tocsin.messaging.halt')] === 'position',
      )
      .map(placeOf),
    lagSeconds: Object.fromEntries(
      of('tocsin.messaging.lag.seconds').map((sample) => [placeOf(sample), sample.value]),
    ),
  };
}

const placeOf = ({ labels }: Sample): string =>
  [
    labels[prometheusLabel('messaging.destination.name')],
    labels[prometheusLabel('messaging.destination.partition.id')],
  ].join('/');
