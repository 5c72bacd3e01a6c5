import type { Fault } from './fault.js';
import type { FaultLine } from './fault-line.js';

const ARTICLES = 8;
/** Long enough for publications and commits to fail. */
const AWAY_MS = 5_000;
/** Longer than the sessions and than a request may take (reliability: 45 s). */
const STOPPED_MS = 45_000;

/** The broker goes while articles are on their way, and further ones come while it is away. */
async function away(line: FaultLine, signal: NodeJS.Signals): Promise<number> {
  await line.underWork(ARTICLES);
  const open = await line.onTheirWay();
  await line.signalBase('kafka', signal);
  line.publish(ARTICLES);
  await line.wait(AWAY_MS);
  await line.parts.stack.revive('kafka');
  return open;
}

export const brokerFaults: readonly Fault[] = [
  {
    name: 'broker-kill',
    title: 'kill -9 of the broker',
    strike: async (line) => {
      const open = await away(line, 'SIGKILL');
      return { counts: { 'brokers killed': 1, 'articles on their way': open } };
    },
  },
  {
    name: 'broker-restart',
    isExtra: true,
    title: 'the broker ends in order and starts again',
    strike: async (line) => {
      const open = await away(line, 'SIGTERM');
      return { counts: { 'brokers restarted': 1, 'articles on their way': open } };
    },
  },
  {
    name: 'broker-stop',
    isExtra: true,
    title: 'the broker stands still for 45 s (SIGSTOP)',
    strike: async (line) => {
      await line.underWork(ARTICLES);
      const open = await line.onTheirWay();
      await line.signalBase('kafka', 'SIGSTOP');
      line.publish(ARTICLES);
      await line.wait(STOPPED_MS);
      await line.signalBase('kafka', 'SIGCONT');
      return { counts: { 'seconds stopped': STOPPED_MS / 1_000, 'articles on their way': open } };
    },
  },
];
