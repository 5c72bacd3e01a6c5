import { readStackSettings } from '../stack/settings.js';
import { progress } from '../stack/progress.js';
import { onInterrupt } from '../stack/interrupt.js';
import { startStack } from '../stack/stack.js';
import { run as messaging, type BenchReport } from './messaging.js';

const HELP = `npm run bench -- [PART] [options]

Parts
  messaging   our chain beside bare kafkajs and Nest's ServerKafka, on a real broker
              --messages N a round (20,000)   --rounds N (3)

  --json      the report as one JSON object
  --help      this text

KAFKA_BROKERS names a broker to use; without it one is started for the run.
`;

/**
 * `npm run bench`.
 *
 * @returns the exit code: 0 done, 2 no such part
 */
export async function main(args: string[]): Promise<number> {
  const [part = 'messaging', ...options] = args;
  if (args.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  if (part !== 'messaging') {
    process.stderr.write(`There is no part "${part}". [ERR_BENCH_USAGE]\n${HELP}`);
    return 2;
  }
  const interrupt = onInterrupt();
  const stack = await startStack({
    settings: readStackSettings(process.env),
    label: 'bench',
    throwaway: true,
    database: 'tocsin_test',
    progress,
    signal: interrupt.signal,
  });
  try {
    progress('measuring; each round takes some seconds');
    const report = await messaging(options, stack.kafkaBrokers.split(','));
    process.stdout.write(
      options.includes('--json') ? `${JSON.stringify(report)}\n` : table(report),
    );
    return 0;
  } finally {
    await stack.stop();
  }
}

function table({ rows, messages, rounds, ofBare, ofStock }: BenchReport): string {
  const lines = rows.map(({ name, perCpuSecond }) => `${name.padEnd(24)}${perCpuSecond}`);
  return [
    `messages per CPU-second, best of ${rounds} rounds of ${messages}`,
    ...lines,
    `ours is ${ofBare.toFixed(2)} of bare kafkajs, ${ofStock.toFixed(2)} times ServerKafka`,
    '',
  ].join('\n');
}
