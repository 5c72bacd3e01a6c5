import { isTracker } from './tracking.js';

/**
 * One order for the same parameters: by name, repeated ones as they came (their order can mean
 * something). Trackers, nameless parameters and the `=` of an empty value go.
 *
 * @param query without its `?`, escapes already canonical
 */
export function normaliseQuery(query: string): string {
  const pairs = query
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    })
    .filter((pair): pair is [string, string] => pair[0] !== '' && !isTracker(pair[0] ?? ''));
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return pairs.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&');
}
