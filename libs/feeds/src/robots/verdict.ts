import { parseRobots } from './matcher.js';

/** Whether a page may be fetched, and how long to wait between two requests. */
export interface RobotsVerdict {
  readonly allowed: boolean;
  /** `allowed`, `disallowed`, or `unreachable`: nothing may be fetched as the site could not say. */
  readonly reason: 'allowed' | 'disallowed' | 'unreachable';
  /** Seconds, or null when none is asked for. */
  readonly crawlDelay: number | null;
}

/** May `userAgent` fetch `url`? For one question; `parseRobots` reads the file once for many. */
export const robotsVerdict = (
  bytes: Uint8Array,
  status: number,
  userAgent: string,
  url: string,
): RobotsVerdict => parseRobots(bytes, status, userAgent).verdict(url);
