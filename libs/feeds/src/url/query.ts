import { isAmpParameter } from './amp.js';
import { isSessionParameter } from './session.js';
import { isTracker } from './tracking.js';

/** Whether a parameter says nothing of which page is meant. */
const isIdle = (name: string, value: string) =>
  name === '' || isTracker(name) || isSessionParameter(name) || isAmpParameter(name, value);

/**
 * One order for the same parameters: by name, repeated ones as they came (their order can mean
 * something). Trackers, sessions, the wish for AMP, nameless parameters
 * and the `=` of an empty value go.
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
    .filter((pair): pair is [string, string] => !isIdle(pair[0] ?? '', pair[1] ?? ''));
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return pairs.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&');
}
