import { isPage, type FarmRequest } from '../../farm/farm-log.js';
import { quantile } from '../quantile.js';

/** How late healthy hosts were served, by the sites' own log, in milliseconds. */
export interface Lateness {
  readonly fetches: number;
  /** Due, but not answered when the log ended: counted with the time that had passed. */
  readonly open: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** What a farm's log says of healthy hosts, and when it was read and its feeds registered. */
export interface HealthyLog {
  readonly hosts: readonly string[];
  /** Of those hosts alone, in order of arrival. */
  readonly requests: readonly FarmRequest[];
  /** Pages that each host has. */
  readonly pages: number;
  readonly delayMs: number;
  /** By the log's clock. */
  readonly registeredAt: number;
  readonly at: number;
}

/**
 * From due to fetched, for every page of one host: it is due when the host has rested since the answer
 * before, and fetched when its answer is complete. Pages that were not asked for wait since the last
 * answer; those of a feed that nobody asked for, since it was registered.
 */
export function pageDelays(
  requests: readonly FarmRequest[],
  { pages, delayMs, registeredAt, at }: Omit<HealthyLog, 'hosts' | 'requests'>,
): number[] {
  const delays: number[] = [];
  let due = registeredAt;
  for (const { path, end } of requests) {
    if (isPage(path)) delays.push((end ?? at) - due);
    due = (end ?? at) + delayMs;
  }
  const waiting = Math.max(0, pages - delays.length);
  return [...delays, ...Array.from({ length: waiting }, () => Math.max(0, at - due))];
}

export function latenessOf(log: HealthyLog): Lateness {
  const byHost = Map.groupBy(log.requests, ({ host }) => host);
  const delays = log.hosts.flatMap((host) => pageDelays(byHost.get(host) ?? [], log));
  const complete = log.requests.filter(({ path, end }) => isPage(path) && end !== null).length;
  return {
    fetches: complete,
    open: log.hosts.length * log.pages - complete,
    p50: quantile(delays, 0.5),
    p95: quantile(delays, 0.95),
    max: quantile(delays, 1),
  };
}
