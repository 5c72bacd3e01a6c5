import { progress } from '../stack/progress.js';
import { readStackSettings } from '../stack/settings.js';
import { startStack } from '../stack/stack.js';
import { run, type BenchReport } from './messaging.js';
import type { BenchPart } from './part.js';

/** Our chain beside its peers, on the broker of the environment or one of its own. */
export const messaging: BenchPart = {
  help: [
    "our chain beside bare kafkajs and Nest's ServerKafka, on a real broker",
    '--messages N a round (20,000)   --rounds N (3)',
    'KAFKA_BROKERS names a broker to use; without it one is started for the run.',
  ],
  async run(args, signal) {
    const stack = await startStack({
      settings: readStackSettings(process.env),
      label: 'bench',
      throwaway: true,
      database: 'tocsin_test',
      progress,
      signal,
    });
    try {
      progress('measuring; each round takes some seconds');
      const report = await run(args, stack.kafkaBrokers.split(','));
      return { report, text: table(report) };
    } finally {
      await stack.stop();
    }
  },
};

function table({ rows, messages, rounds, ofBare, ofStock }: BenchReport): string {
  const lines = rows.map(({ name, perCpuSecond }) => `${name.padEnd(24)}${perCpuSecond}`);
  return [
    `messages per CPU-second, best of ${rounds} rounds of ${messages}`,
    ...lines,
    `ours is ${ofBare.toFixed(2)} of bare kafkajs, ${ofStock.toFixed(2)} times ServerKafka`,
    '',
  ].join('\n');
}
