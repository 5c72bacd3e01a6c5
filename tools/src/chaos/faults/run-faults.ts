import type { Interrupt } from '../../stack/interrupt.js';
import { progress } from '../../stack/progress.js';
import { replay } from '../replay.js';
import { checkReplay } from '../invariants/replayed.js';
import { type Verdict, verdict } from '../invariants/verdict.js';
import type { RunProgress } from '../progress-file.js';
import type { LineState } from './check-line.js';
import type { Fault } from './fault.js';
import type { FaultResult } from './fault-result.js';
import { resultText } from './fault-result.js';
import { openLine, type OpenLine } from './open-line.js';
import { runFault } from './run-fault.js';

const NOTHING: LineState = { verdicts: [], redeliveries: 0, rebalances: 0 };

/** Tests on one line: what an interruption costs at most, for a line's own end is a replay. */
const MOST = 12;

/**
 * One line for many of them, struck by one fault after the other; what is broken stays broken, so that the tests after a
 * broken one get a line of their own. Each whole line ends with a replay.
 *
 * @param made told of each result as soon as it is there
 */
export async function runFaults(
  faults: readonly Fault[],
  seed: number,
  made: Pick<RunProgress, 'noteFault' | 'noteReplay'>,
  interrupt: Interrupt,
): Promise<void> {
  const note = (result: FaultResult) => {
    made.noteFault(result);
    progress(resultText(result).trimEnd());
  };
  for (const { name, title, obstacle } of faults) {
    const why = obstacle?.();
    if (why !== undefined) note(notMade(name, title, why));
  }
  const left = faults.filter(({ obstacle }) => obstacle?.() === undefined);
  while (left.length > 0) {
    const open = await openLine(seed, interrupt.signal);
    void interrupt.again.then(() => open.close());
    try {
      const tests = await untilBroken(left, open, note);
      made.noteReplay({ tests, verdict: await replayed(open) });
    } finally {
      await open.close();
    }
  }
}

/**
 * Takes from `left` what it makes.
 * @returns the names of what was made
 */
async function untilBroken(
  left: Fault[],
  open: OpenLine,
  note: (result: FaultResult) => void,
): Promise<string[]> {
  let state = NOTHING;
  const made: string[] = [];
  while (left.length > 0 && made.length < MOST) {
    const fault = left.shift() as Fault;
    const next = await runFault(fault, open, state);
    state = next.state;
    note(next.result);
    made.push(fault.name);
    if (!next.result.passed) break;
  }
  return made;
}

const notMade = (name: string, title: string, obstacle: string): FaultResult => ({
  ...{ name, title, obstacle, passed: true, counts: {}, held: [], broken: [] },
  ...{ redeliveries: 0, rebalances: 0, seconds: 0 },
});

/** A replay that never comes to its end is broken, too. */
async function replayed({ line, settings }: OpenLine): Promise<Verdict> {
  const { stack, broker, services, signal } = line.parts;
  progress('replaying everything into an empty database');
  await services.stopAll();
  try {
    return checkReplay(await replay(stack, broker, settings, signal));
  } catch (error) {
    signal.throwIfAborted();
    return verdict('I7', 'A replay comes to its end.', [(error as Error).message]);
  }
}
