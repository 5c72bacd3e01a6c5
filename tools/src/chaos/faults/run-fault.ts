import { progress } from '../../stack/progress.js';
import { drainedInTime } from '../drained-in-time.js';
import { verdict } from '../invariants/verdict.js';
import { OffsetWatch } from '../offset-watch.js';
import { plantSound } from '../planted-records.js';
import { checkLine, type LineState } from './check-line.js';
import type { Fault, Struck } from './fault.js';
import { type FaultResult, struckVerdict } from './fault-result.js';
import type { OpenLine } from './open-line.js';

/** After the fault: the line takes new work, too. */
const ARTICLES_AFTER = 4;
/** Retries wait up to a minute, and a half-open request is given up after a quarter of one. */
const DRAIN_LIMIT_MS = 240_000;

/** Strikes, restores, waits until all has come to its end, and checks the invariants. */
export async function runFault(
  fault: Fault,
  open: OpenLine,
  before: LineState,
): Promise<{ result: FaultResult; state: LineState }> {
  const { line } = open;
  const { broker, database, services, api, sites, signal } = line.parts;
  const startedAt = performance.now();
  progress(`${fault.name}: ${fault.title}`);
  const watch = new OffsetWatch(broker, database);
  line.watch = watch;
  const watching = new AbortController();
  const watched = watch.run(watching.signal);
  try {
    const struck = await strike(fault, open);
    const ended = services.ended();
    await line.restore();
    line.publish(ARTICLES_AFTER);
    await plantSound(broker);
    const isDrained = await drainedInTime(
      {
        stats: () => api.stats(),
        broker,
        retriesWaiting: () => watch.retriesWaiting(),
        // The store also counts dead letters that are no URL's: its sum may be reached before the last pages are polled.
        unsent: async () => (await database.unsent()) + (await line.onTheirWay()),
        expected: sites.urlIds.size,
        signal,
      },
      DRAIN_LIMIT_MS,
    );
    watching.abort();
    await watched;
    const state = await checkLine(line, watch);
    const verdicts = [
      struckVerdict(struck),
      verdict('alive', 'No service ended by itself.', ended),
      verdict('drained', 'All comes to its end in time.', isDrained ? [] : ['something is left']),
      ...state.verdicts,
    ];
    const broken = verdicts.filter(({ passed }) => !passed);
    const result: FaultResult = {
      name: fault.name,
      title: fault.title,
      passed: broken.length === 0,
      counts: struck.counts,
      redeliveries: state.redeliveries - before.redeliveries,
      rebalances: state.rebalances - before.rebalances,
      seconds: (performance.now() - startedAt) / 1_000,
      held: verdicts.filter(({ passed }) => passed).map(({ name }) => name),
      broken,
    };
    return { result, state };
  } finally {
    watching.abort();
    await watched;
  }
}

/** A strike that fails is a broken test of its own, and the invariants are looked at all the same. */
async function strike(fault: Fault, { line }: OpenLine): Promise<Struck> {
  try {
    return await fault.strike(line);
  } catch (error) {
    line.parts.signal.throwIfAborted();
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { counts: {}, violations: [what] };
  }
}
