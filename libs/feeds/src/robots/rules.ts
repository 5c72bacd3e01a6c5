import { robotsLines } from './lines.js';

/** One `Allow` or `Disallow` line. */
export interface RobotsRule {
  readonly kind: 'allow' | 'disallow';
  readonly pattern: string;
}

/** What a robots.txt says to one crawler. */
export interface RobotsRules {
  readonly rules: readonly RobotsRule[];
  /** Seconds, or null when none is asked for. */
  readonly crawlDelay: number | null;
}

/** Longer waits than a day would only park the host; the frontier's own states do that better. */
const MAX_CRAWL_DELAY_SECONDS = 86_400;

interface Group {
  matched: boolean;
  rules: RobotsRule[];
  crawlDelay: number | null;
}
const group = (): Group => ({ matched: false, rules: [], crawlDelay: null });

function addLine(target: Group, key: 'allow' | 'disallow' | 'crawl-delay', value: string): void {
  if (key === 'crawl-delay') {
    const seconds = Number(value);
    if (value !== '' && seconds >= 0)
      target.crawlDelay = Math.min(seconds, MAX_CRAWL_DELAY_SECONDS);
    return;
  }
  target.rules.push({ kind: key, pattern: value });
  // A directory's index page is the directory.
  const slash = value.lastIndexOf('/');
  if (key === 'allow' && value.startsWith('/index.htm', slash))
    target.rules.push({ kind: key, pattern: `${value.slice(0, slash + 1)}$` });
}

/**
 * All groups that name `userAgent` count as one; only when none does, those for `*` (RFC 9309, 2.2.1).
 *
 * @param userAgent the crawler's product token, e.g. `TocsinBot`
 */
export function rulesFor(text: string, userAgent: string): RobotsRules {
  const own = group();
  const everyone = group();
  let current: Group[] = [];
  let inRules = true;
  for (const [key, value] of robotsLines(text)) {
    if (key === 'user-agent') {
      if (inRules) current = [];
      inRules = false;
      if (/^\*(\s|$)/.test(value)) current.push(everyone);
      else if (/^[A-Za-z_-]*/.exec(value)?.[0].toLowerCase() === userAgent.toLowerCase()) {
        own.matched = true;
        current.push(own);
      }
      continue;
    }
    if (key !== 'crawl-delay') inRules = true;
    // A line under both an own and a `*` heading speaks to us by name.
    const target = current.includes(own) ? own : current[0];
    if (target) addLine(target, key, value);
  }
  return own.matched ? own : everyone;
}
