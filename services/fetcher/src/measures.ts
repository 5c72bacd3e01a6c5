import { counter, histogram, observe } from '@tocsin/telemetry/catalogue';
import { frontierHealth } from './frontier/frontier-health.js';
import type { Queryable } from '@tocsin/persistence';

type Work = 'feed' | 'page';

const ends = counter('tocsin.fetch.ends');
const duration = histogram('tocsin.fetch.duration');

/** Counts how a poll or a fetch ended. */
export const countEnd = (work: Work, code: string): void =>
  ends.add(1, { 'tocsin.fetch.work': work, 'tocsin.code': code });

/** Measures how long a poll or a fetch took, however it ended. */
export async function timed(work: Work, run: () => Promise<void>): Promise<void> {
  const start = performance.now();
  try {
    await run();
  } finally {
    duration.record((performance.now() - start) / 1_000, { 'tocsin.fetch.work': work });
  }
}

/** Milliseconds for which the frontier's health is good enough: asking counts every feed and every open URL. */
const GOOD_FOR_MS = 30_000;

/** Has the state of feeds and of the frontier told at each collection. */
export function observeFrontier(db: Queryable): void {
  const health = kept(GOOD_FOR_MS, () => frontierHealth(db));
  observe('tocsin.feeds', async (tell) => {
    const { feeds } = await health();
    for (const [state, count] of Object.entries(feeds)) tell(count, { 'tocsin.feed.state': state });
  });
  observe('tocsin.frontier.pending', async (tell) => {
    const { lanes } = await health();
    for (const [lane, { pending }] of Object.entries(lanes)) tell(pending, { 'tocsin.lane': lane });
  });
  observe('tocsin.frontier.overdue', async (tell) => {
    const { lanes } = await health();
    for (const [lane, { overdue }] of Object.entries(lanes)) tell(overdue, { 'tocsin.lane': lane });
  });
}

/** An answer that is asked for again only after a while; a failure is not kept. */
export function kept<T>(forMs: number, ask: () => Promise<T>, now = () => performance.now()) {
  let answer: Promise<T> | undefined;
  let until = 0;
  return (): Promise<T> => {
    if (answer !== undefined && now() < until) return answer;
    until = now() + forMs;
    const asked = ask();
    answer = asked;
    asked.catch(() => {
      if (answer === asked) answer = undefined;
    });
    return asked;
  };
}
