import { histogram } from '@tocsin/telemetry/catalogue';

const duration = histogram('db.client.operation.duration');

/** First words of statements that are told apart; others share one name, so that their number is bounded. */
const OPERATIONS = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'WITH',
  'COPY',
  'TRUNCATE',
  'LOCK',
]);
const LONGEST = 12;

/** What a statement does, as far as its first word tells. */
export function operationOf(sql: string): string {
  const word = /^[A-Za-z]*/.exec(sql.trimStart().slice(0, LONGEST))?.[0].toUpperCase() ?? '';
  return OPERATIONS.has(word) ? word : 'OTHER';
}

/** Runs a statement and measures how long it took and whether it failed. */
export async function measured<R>(sql: string, run: () => Promise<R>): Promise<R> {
  const start = performance.now();
  let failed: Readonly<Record<string, string>> = {};
  try {
    return await run();
  } catch (error) {
    failed = { 'error.type': (error as Error).name };
    throw error;
  } finally {
    duration.record((performance.now() - start) / 1_000, {
      'db.system.name': 'postgresql',
      'db.operation.name': operationOf(sql),
      ...failed,
    });
  }
}
