import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../cli-error.js';
import { ask, authorized, refusalOf, type ServiceAnswer } from '../remote/call-service.js';
import { storeOf } from '../remote/services.js';
import type { CliConfig } from '../settings.js';

/** As many as the store gives at once. */
const PAGE = 500;
const TIMEOUT_MS = 60_000;
/** Times that a store that has had enough of us is asked again. */
const MAX_TRIES = 20;
const PAUSE_MS = 1_000;

/**
 * A list of incidents page by page, by day: an order in which incidents that change meanwhile keep their place.
 * @param path below the store's address, as `v1/incidents.csv`
 * @param filters as `GET /v1/incidents` takes them
 * @throws CliError ERR_CLI_UNREACHABLE, ERR_CLI_BUSY, or the code that the store gives
 */
export async function* pagesOf(
  config: CliConfig,
  path: string,
  filters: Readonly<Record<string, string>>,
): AsyncGenerator<string> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = new URLSearchParams({
      ...filters,
      limit: String(PAGE),
      sort: 'start',
      ...(cursor === '' ? {} : { cursor }),
    });
    const { text, next } = await page(config, `${path}?${query}`);
    yield text;
    cursor = next;
  }
}

async function page(config: CliConfig, path: string): Promise<ServiceAnswer> {
  const store = storeOf(config);
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const answer = await ask(store, path, { headers: authorized(config) }, TIMEOUT_MS);
    if (answer.status === 200) return answer;
    if (answer.status !== 429 && answer.status !== 503) throw refusalOf(store, answer);
    await sleep(answer.retryAfterMs ?? PAUSE_MS);
  }
  throw new CliError('ERR_CLI_BUSY', `The store at ${store.url} is too busy; try again later.`);
}
