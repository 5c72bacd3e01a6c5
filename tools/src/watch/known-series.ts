import { metricDefinitions, prometheusLabel, prometheusNames } from '@tocsin/telemetry/catalogue';
import { readingOf } from './expressions.js';

/** What Prometheus adds to every series that it scrapes. */
const SCRAPED = ['instance', 'job'];

/** Labels by the names of all series that services give, as Prometheus knows them. */
export const servedSeries: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['up', new Set(SCRAPED)],
  ...metricDefinitions.flatMap(([name, definition]) => {
    const labels = [...definition.attributes.map(prometheusLabel), ...SCRAPED];
    return prometheusNames(name, definition).map(
      (each) => [each, new Set(each.endsWith('_bucket') ? [...labels, 'le'] : labels)] as const,
    );
  }),
]);

/**
 * What is wrong with an expression: series that nobody gives, labels that they don't have.
 * @param recorded names of recorded series, whose labels are those that their rule leaves
 */
export function faultsOf(expression: string, recorded: ReadonlySet<string>): string[] {
  const { series, groupedBy } = readingOf(expression);
  const all = new Set(series.flatMap(({ name }) => [...(servedSeries.get(name) ?? [])]));
  const faults = series.flatMap(({ name, labels }) => {
    if (recorded.has(name)) return [];
    const known = servedSeries.get(name);
    if (known === undefined) return [`nobody gives ${name}`];
    return labels.filter((label) => !known.has(label)).map((label) => `${name} has no ${label}`);
  });
  const isPlain = series.every(({ name }) => !recorded.has(name));
  const foreign = isPlain ? groupedBy.filter((label) => !all.has(label)) : [];
  return [...faults, ...foreign.map((label) => `nothing of it has ${label}`)];
}
