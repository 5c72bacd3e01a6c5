import { ruleStrength } from './pattern.js';
import { rulesFor, type RobotsRules } from './rules.js';

/** Bytes beyond this are not read (RFC 9309, 2.5). */
export const ROBOTS_MAX_BYTES = 500 * 1024;

/** Whether a page may be fetched, and how long to wait between two requests. */
export interface RobotsVerdict {
  readonly allowed: boolean;
  /** `allowed`, `disallowed`, or `unreachable`: nothing may be fetched as the site could not say. */
  readonly reason: 'allowed' | 'disallowed' | 'unreachable';
  /** Seconds, or null when none is asked for. */
  readonly crawlDelay: number | null;
}

/** What rules are matched against: path, parameters and query; `/` when there is none. */
function pathOf(url: string): string {
  const afterScheme = url.replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '').replace(/^\/\//, '');
  const start = afterScheme.search(/[/?;#]/);
  const path = start < 0 ? '' : (afterScheme.slice(start).split('#', 1)[0] ?? '');
  return path.startsWith('/') ? path : `/${path}`;
}

function isAllowed({ rules }: RobotsRules, path: string): boolean {
  let allow = 0;
  let disallow = 0;
  for (const { kind, pattern } of rules) {
    const strength = ruleStrength(kind, pattern, path);
    if (kind === 'allow') allow = Math.max(allow, strength);
    else disallow = Math.max(disallow, strength);
  }
  return allow >= disallow;
}

/**
 * May `userAgent` fetch `url`, given the site's answer for `/robots.txt`? RFC 9309: 2xx speaks for
 * itself; 4xx sets no limits; anything else (5xx, no answer at all: status 0, redirects that lead
 * nowhere) forbids everything.
 *
 * @param bytes the body; what is beyond 500 KiB is not read
 * @param status HTTP status of the final answer, 0 for none
 * @param userAgent product token, letters, `-` and `_`
 * @param url absolute
 */
export function robotsVerdict(
  bytes: Uint8Array,
  status: number,
  userAgent: string,
  url: string,
): RobotsVerdict {
  if (status >= 400 && status < 500) return { allowed: true, reason: 'allowed', crawlDelay: null };
  if (status < 200 || status >= 300)
    return { allowed: false, reason: 'unreachable', crawlDelay: null };
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, ROBOTS_MAX_BYTES));
  const rules = rulesFor(text, userAgent);
  const allowed = isAllowed(rules, pathOf(url));
  return { allowed, reason: allowed ? 'allowed' : 'disallowed', crawlDelay: rules.crawlDelay };
}
