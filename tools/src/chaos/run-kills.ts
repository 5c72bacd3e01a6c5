import { setTimeout as sleep } from 'node:timers/promises';
import type { SampleArticle } from '../sample/articles.js';
import type { ServiceName } from '../start/services.js';
import type { PlannedKill } from './kill-plan.js';

/** What the kills strike, and how the articles come. */
export interface KillScene {
  /** Resolves when that service works. */
  readonly ready: (service: ServiceName) => Promise<void>;
  readonly killAndRestart: (service: ServiceName) => Promise<void>;
  readonly publish: (articles: readonly SampleArticle[]) => void;
  /** How many pages were asked for so far. */
  readonly pagesAsked: () => number;
  /** Articles that are published and have not come to an end. Looked at after the kill: a look takes longer. */
  readonly onTheirWay: () => Promise<number>;
  readonly progress: (line: string) => void;
}

export interface KillCounts {
  readonly kills: number;
  readonly killsUnderWork: number;
  readonly byService: Readonly<Record<string, number>>;
}

const LOOK_MS = 2;
/** Claims that a killed fetcher left run out before. */
const LONGEST_WAIT_MS = 20_000;

/**
 * For each kill a wave of articles, a moment, the kill; the service starts again at once and the next
 * wave comes while it does. A kill that found nothing on its way is made again while waves last.
 *
 * @param waves as many as kills, and some to spare; all of them are published in the end
 */
export async function runKills(
  plan: readonly PlannedKill[],
  waves: readonly (readonly SampleArticle[])[],
  scene: KillScene,
  signal: AbortSignal,
): Promise<KillCounts> {
  const byService: Record<string, number> = {};
  const queue = [...plan];
  const left = [...waves];
  let underWork = 0;
  let kills = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { service, spreadMs, afterMs } = next;
    // A process that is only starting has nothing in its hands that it could lose.
    await scene.ready(service);
    await publishWave(left.shift() ?? [], spreadMs, scene, signal);
    await sleep(afterMs, undefined, { signal });
    await scene.killAndRestart(service);
    const open = await scene.onTheirWay();
    byService[service] = (byService[service] ?? 0) + 1;
    kills += 1;
    if (open > 0) underWork += 1;
    // At once this time: a spread wave may have come to its end before its last article.
    else if (left.length > queue.length) queue.unshift({ ...next, spreadMs: 0 });
    scene.progress(`kill ${kills} of ${plan.length}: ${service}, ${open} articles on their way`);
  }
  scene.publish(left.flat());
  return { kills, killsUnderWork: underWork, byService };
}

/** Resolves when a page is asked for after the last article was published. */
async function publishWave(
  wave: readonly SampleArticle[],
  spreadMs: number,
  scene: Pick<KillScene, 'publish' | 'pagesAsked'>,
  signal: AbortSignal,
): Promise<void> {
  const first = spreadMs === 0 ? [] : wave.slice(0, -1);
  for (const article of first) {
    scene.publish([article]);
    await sleep(spreadMs / first.length, undefined, { signal });
  }
  const asked = scene.pagesAsked();
  scene.publish(wave.slice(first.length));
  for (let ms = 0; scene.pagesAsked() === asked && ms < LONGEST_WAIT_MS; ms += LOOK_MS) {
    await sleep(LOOK_MS, undefined, { signal });
  }
}
