import { once } from 'node:events';
import { onInterrupt } from './interrupt.js';
import { progress } from './progress.js';
import { readStackSettings } from './settings.js';
import { startStack } from './stack.js';

/**
 * `npm run stack`: Kafka and PostgreSQL alone, until Ctrl-C, for running a service or a spec by hand.
 * Standard output is what a shell can `export`.
 */
export async function main(): Promise<number> {
  const interrupt = onInterrupt();
  const stack = await startStack({
    settings: readStackSettings(process.env),
    label: 'stack',
    throwaway: false,
    database: 'tocsin_test',
    progress,
    signal: interrupt.signal,
  });
  process.stdout.write(`KAFKA_BROKERS=${stack.kafkaBrokers}\nDATABASE_URL=${stack.databaseUrl}\n`);
  progress('running until Ctrl-C');
  if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort');
  void interrupt.again.then(() => stack.stopQuickly());
  await stack.stop();
  return 0;
}
