import { collectVerdicts } from '../collect-verdicts.js';
import { readDeadLetters } from '../dead-letter-evidence.js';
import { type Verdict } from '../invariants/verdict.js';
import { SERVICES } from '../kill-plan.js';
import { logsOfLives } from '../logs-of-lives.js';
import type { OffsetWatch } from '../offset-watch.js';
import { countRebalances } from '../rebalances.js';
import { readTopicEvidence } from '../topic-evidence.js';
import type { FaultLine } from './fault-line.js';

/** What a drained line has come to. */
export interface LineState {
  readonly verdicts: readonly Verdict[];
  /** Since the line began. */
  readonly redeliveries: number;
  readonly rebalances: number;
}

/** I1 to I6 of everything that the line was ever given. */
export async function checkLine(line: FaultLine, watch: OffsetWatch): Promise<LineState> {
  const { broker, database, sites, supply, stack } = line.parts;
  const topics = await readTopicEvidence(broker);
  const verdicts = await collectVerdicts(
    {
      urlIds: [...sites.urlIds.values()],
      truth: supply.truth(),
      topics,
      offsets: { samples: watch.samples, final: await watch.final() },
      deadLetters: { ...(await readDeadLetters(broker)), planted: line.planted },
      lostRows: line.lostRows,
      lostIncidents: line.lostIncidents,
    },
    database,
  );
  return {
    verdicts,
    redeliveries: topics.redeliveries,
    rebalances: countRebalances(logsOfLives(stack.logFolder, 'kafka'), SERVICES),
  };
}
