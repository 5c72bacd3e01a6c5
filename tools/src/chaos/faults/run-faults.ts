import type { Interrupt } from '../../stack/interrupt.js';
import { progress } from '../../stack/progress.js';
import { checkReplay } from '../invariants/replayed.js';
import { type Verdict, verdict } from '../invariants/verdict.js';
import type { RunProgress } from '../progress-file.js';
import { replay } from '../replay.js';
import type { LineState } from './check-line.js';
import type { Fault } from './fault.js';
import { resultText } from './fault-result.js';
import { makeInLines } from './in-lines.js';
import { openLine, type OpenLine } from './open-line.js';
import { runFault } from './run-fault.js';

/** A line with what it had come to after its last test. */
interface UsedLine {
  readonly open: OpenLine;
  state: LineState;
}

/** Makes fault tests on lines of their own; `made` is told of each result as soon as it is there. */
export function runFaults(
  faults: readonly Fault[],
  seed: number,
  made: RunProgress,
  interrupt: Interrupt,
): Promise<void> {
  const open = async (): Promise<UsedLine> => {
    const line = await openLine(seed, interrupt.signal);
    void interrupt.again.then(() => line.close());
    return { open: line, state: { verdicts: [], redeliveries: 0, rebalances: 0 } };
  };
  const make = async (fault: Fault, line: UsedLine) => {
    const { result, state } = await runFault(fault, line.open, line.state);
    line.state = state;
    progress(resultText(result).trimEnd());
    return result;
  };
  const replayOf = (line: UsedLine) => replayed(line.open);
  const close = (line: UsedLine) => line.open.close();
  return makeInLines(faults, { open, make, replay: replayOf, close }, made);
}

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
