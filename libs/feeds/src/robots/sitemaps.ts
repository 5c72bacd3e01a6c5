import { webUrl } from '../feed/clean.js';
import { robotsPairs } from './lines.js';

const MAX_SITEMAPS = 1000;

/**
 * The sitemaps that a robots.txt names, each once (https://www.sitemaps.org/protocol.html#submit_robots).
 * Such lines stand outside of groups and hold for everyone; what is no absolute http(s) URL is left out.
 */
export function sitemapsInRobots(text: string): string[] {
  const found = new Set<string>();
  for (const [key, value] of robotsPairs(text)) {
    if (!/^site-?map$/i.test(key)) continue;
    const url = webUrl(value, undefined);
    if (url !== null) found.add(url);
    if (found.size >= MAX_SITEMAPS) break;
  }
  return [...found];
}
