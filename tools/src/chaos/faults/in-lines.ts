import type { Verdict } from '../invariants/verdict.js';
import type { RunProgress } from '../progress-file.js';
import type { Fault } from './fault.js';
import type { FaultResult } from './fault-result.js';

/** Tests on one line: what an interruption costs at most, for a line's own end is a replay. */
export const MOST = 12;

/** How lines are had, and what is done with one. */
export interface Lines<Line> {
  readonly open: () => Promise<Line>;
  readonly make: (fault: Fault, line: Line) => Promise<FaultResult>;
  /** I7, the last that a line sees. */
  readonly replay: (line: Line) => Promise<Verdict>;
  readonly close: (line: Line) => Promise<void>;
}

/**
 * One line for many of them, struck by one fault after the other; what is broken stays broken, so that the tests after a
 * broken one get a line of their own. Each line ends with a replay.
 *
 * @param made told of each result as soon as it is there
 */
export async function makeInLines<Line>(
  faults: readonly Fault[],
  lines: Lines<Line>,
  made: Pick<RunProgress, 'noteFault' | 'noteReplay'>,
): Promise<void> {
  const left: Fault[] = [];
  for (const fault of faults) {
    const obstacle = fault.obstacle?.();
    if (obstacle === undefined) left.push(fault);
    else made.noteFault(notMade(fault, obstacle));
  }
  while (left.length > 0) {
    const line = await lines.open();
    try {
      const tests: string[] = [];
      for (let isSound = true; isSound && left.length > 0 && tests.length < MOST;) {
        const result = await lines.make(left.shift() as Fault, line);
        made.noteFault(result);
        tests.push(result.name);
        isSound = result.passed;
      }
      made.noteReplay({ tests, verdict: await lines.replay(line) });
    } finally {
      await lines.close(line);
    }
  }
}

const notMade = ({ name, title }: Fault, obstacle: string): FaultResult => ({
  ...{ name, title, obstacle, passed: true, counts: {}, held: [], broken: [] },
  ...{ redeliveries: 0, rebalances: 0, seconds: 0 },
});
