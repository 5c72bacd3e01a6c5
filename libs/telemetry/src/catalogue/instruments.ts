import { metrics, type Meter } from '@opentelemetry/api';
import { catalogue, type MetricName } from './catalogue.js';
import type { MetricDefinition, MetricKind } from './definition.js';

type NameOf<K extends MetricKind> = {
  [N in MetricName]: (typeof catalogue)[N]['kind'] extends K ? N : never;
}[MetricName];

type ObservedName = NameOf<
  'observable counter' | 'observable up-down counter' | 'observable gauge'
>;

/** Only what the catalogue says; an attribute that tells nothing of a measurement is left out. */
export type MetricAttributes<N extends MetricName> = {
  readonly [A in (typeof catalogue)[N]['attributes'][number]]?: string | number;
};

const METER = 'tocsin';

/**
 * What makes an instrument when it is first used, and again when another meter provider has been
 * registered: an instrument that is made before telemetry starts would measure into nothing for ever.
 */
function lazily<I>(make: (meter: Meter) => I): () => I {
  let provider: unknown;
  let instrument: I;
  return () => {
    const current = metrics.getMeterProvider();
    if (current !== provider) {
      instrument = make(current.getMeter(METER));
      provider = current;
    }
    return instrument;
  };
}

const optionsOf = ({ unit, meaning }: MetricDefinition) => ({ unit, description: meaning });

/** A counter of the catalogue. May be made at any time, also when a module is loaded. */
export function counter<N extends NameOf<'counter'>>(name: N) {
  const made = lazily((meter) => meter.createCounter(name, optionsOf(catalogue[name])));
  return {
    add: (value: number, attributes: MetricAttributes<N>): void => made().add(value, attributes),
  };
}

/** A histogram of the catalogue. May be made at any time, also when a module is loaded. */
export function histogram<N extends NameOf<'histogram'>>(name: N) {
  const made = lazily((meter) => meter.createHistogram(name, optionsOf(catalogue[name])));
  return {
    record: (value: number, attributes: MetricAttributes<N>): void =>
      made().record(value, attributes),
  };
}

/** Tells the values of a metric at a collection; what it throws costs this metric its values, no more. */
export type Observe<N extends MetricName> = (
  tell: (value: number, attributes: MetricAttributes<N>) => void,
) => void | Promise<void>;

/**
 * Has a metric's values asked for at each collection. To be called when telemetry has started. The SDK goes on
 * telling the last value of a series that is told no more: what has ended must be told as 0.
 * @returns what ends it
 */
export function observe<N extends ObservedName>(name: N, values: Observe<N>): () => void {
  const instrument = createObservable(metrics.getMeter(METER), name);
  const callback: Parameters<typeof instrument.addCallback>[0] = async (result) => {
    try {
      await values((value, attributes) => result.observe(value, attributes));
    } catch {
      // A dependency that is away gives no reading, instead of a wrong one.
    }
  };
  instrument.addCallback(callback);
  return () => instrument.removeCallback(callback);
}

function createObservable(meter: Meter, name: ObservedName) {
  const definition: MetricDefinition = catalogue[name];
  const options = optionsOf(definition);
  switch (definition.kind) {
    case 'observable counter':
      return meter.createObservableCounter(name, options);
    case 'observable up-down counter':
      return meter.createObservableUpDownCounter(name, options);
    default:
      return meter.createObservableGauge(name, options);
  }
}
