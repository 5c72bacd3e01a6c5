import { setTimeout as sleep } from 'node:timers/promises';
import type { PushAnswer, PushRefusal } from '../ingesting/tally.js';
import type { CliConfig } from '../settings.js';
import { ask, authorized, bodyOf } from './call-service.js';
import { fetcherOf } from './services.js';

/** A batch is published and noted before it is answered. */
const TIMEOUT_MS = 60_000;
/** Times that a busy fetcher is asked again, a second apart: it takes a batch in well under one. */
const MAX_TRIES = 120;

/**
 * Pushes documents, each as JSON, through the fetcher's batch call; waits when it is busy.
 * @throws CliError ERR_CLI_UNREACHABLE, or the code that refuses the whole batch
 */
export async function pushDocuments(
  documents: readonly string[],
  config: CliConfig,
): Promise<readonly (PushAnswer | PushRefusal)[]> {
  const place = fetcherOf(config);
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorized(config) },
    body: `[${documents.join(',')}]`,
  };
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(place, 'v1/documents/batch', init, TIMEOUT_MS);
    if (answer.status !== 429 || tries === MAX_TRIES)
      return bodyOf<{ results: (PushAnswer | PushRefusal)[] }>(place, answer).results;
    await sleep(answer.retryAfterMs ?? 1_000);
  }
}
