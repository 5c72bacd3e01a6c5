import type { LinkScore } from '@tocsin/dedup';

type Reasons = LinkScore['features'];

/**
 * What each feature added to the log-odds of a mention's links, as a table of JSON: the names once, then a line per
 * link, in the order of the links; 0 where it added nothing. A third of what objects take, and that is what writing
 * them costs.
 */
export function reasonsText(links: readonly Reasons[]): string {
  const features = [...new Set(links.flatMap((each) => Object.keys(each)))] as (keyof Reasons)[];
  const odds = links.map((each) => features.map((name) => each[name] ?? 0));
  return JSON.stringify({ features, odds });
}
