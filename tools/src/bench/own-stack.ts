import { progress } from '../stack/progress.js';
import { readStackSettings } from '../stack/settings.js';
import { startStack, type Stack } from '../stack/stack.js';

/**
 * Measures on an empty broker and database, which are thrown away: what an earlier run left in logs
 * and tables would be measured too, and given ones may be used by others.
 */
export async function onOwnStack<R>(
  signal: AbortSignal,
  measure: (stack: Stack) => Promise<R>,
): Promise<R> {
  const { kafkaBrokers: _, databaseUrl: __, ...settings } = readStackSettings(process.env);
  const stack = await startStack({
    settings,
    label: 'bench',
    throwaway: true,
    durable: true,
    database: 'tocsin_test',
    progress,
    signal,
  });
  try {
    return await measure(stack);
  } finally {
    await stack.stopQuickly();
  }
}
