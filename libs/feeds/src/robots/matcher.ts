import { compilePattern, robotsPath, type RobotsPattern } from './pattern.js';
import { rulesFor } from './rules.js';
import type { RobotsVerdict } from './verdict.js';

/** Bytes beyond this are not read (RFC 9309, 2.5). */
export const ROBOTS_MAX_BYTES = 500 * 1024;

/** A site's answer for `/robots.txt`, read once for one crawler, to be asked about any of its URLs. */
export interface RobotsMatcher {
  /** Seconds between two requests, or null when none is asked for. */
  readonly crawlDelay: number | null;
  /** @param url absolute, of the site that the answer is from */
  verdict(url: string): RobotsVerdict;
}

/** What rules are matched against: path, parameters and query; `/` when there is none. */
function pathOf(url: string): string {
  const afterScheme = url.replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '').replace(/^\/\//, '');
  const start = afterScheme.search(/[/?;#]/);
  const path = start < 0 ? '' : (afterScheme.slice(start).split('#', 1)[0] ?? '');
  return path.startsWith('/') ? path : `/${path}`;
}

function isAllowed(patterns: readonly RobotsPattern[], url: string): boolean {
  const path = robotsPath(pathOf(url));
  let allow = 0;
  let disallow = 0;
  for (const pattern of patterns) {
    const strength = pattern.strength(path);
    if (pattern.kind === 'allow') allow = Math.max(allow, strength);
    else disallow = Math.max(disallow, strength);
  }
  return allow >= disallow;
}

/** The same for every URL. */
function always(allowed: boolean, reason: RobotsVerdict['reason']): RobotsMatcher {
  const verdict: RobotsVerdict = { allowed, reason, crawlDelay: null };
  return { crawlDelay: null, verdict: () => verdict };
}

/**
 * Reads a site's answer for `/robots.txt`. RFC 9309: 2xx speaks for itself; 4xx sets no limits;
 * anything else (5xx, no answer at all: status 0, redirects that lead nowhere) forbids everything.
 *
 * @param bytes the body; what is beyond 500 KiB is not read
 * @param status HTTP status of the final answer, 0 for none
 * @param userAgent product token, letters, `-` and `_`
 */
export function parseRobots(bytes: Uint8Array, status: number, userAgent: string): RobotsMatcher {
  if (status >= 400 && status < 500) return always(true, 'allowed');
  if (status < 200 || status >= 300) return always(false, 'unreachable');
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, ROBOTS_MAX_BYTES));
  const { rules, crawlDelay } = rulesFor(text, userAgent);
  const patterns = rules.map(({ kind, pattern }) => compilePattern(kind, pattern));
  return {
    crawlDelay,
    verdict: (url) => {
      const allowed = isAllowed(patterns, url);
      return { allowed, reason: allowed ? 'allowed' : 'disallowed', crawlDelay };
    },
  };
}
