import { normaliseUrl, urlId } from '@tocsin/feeds';
import { CliError } from '../cli-error.js';
import { isUrl } from '../remote/polite-fetch.js';
import type { FeedsApi } from './feeds-api.js';

const ID_DIGITS = 32;

/**
 * The id of a feed that is named by its id, by the beginning of it, or by its URL.
 * @throws CliError ERR_FEED_UNKNOWN, ERR_CLI_USAGE; what the API throws
 */
export async function feedIdOf(name: string, api: FeedsApi): Promise<string> {
  if (isUrl(name)) {
    const url = normaliseUrl(name);
    if (url === null) throw new CliError('ERR_CLI_USAGE', `${name} is no URL.`);
    return urlId(url);
  }
  const prefix = name.toLowerCase();
  if (!/^[0-9a-f]{1,32}$/.test(prefix))
    throw new CliError('ERR_CLI_USAGE', `${name} is neither a feed's id nor an http(s) URL.`);
  if (prefix.length === ID_DIGITS) return prefix;
  const found: string[] = [];
  // Two are enough to know that it is not the only one.
  for await (const { id } of api.list({}, before(prefix), 2)) {
    if (!id.startsWith(prefix)) break;
    found.push(id);
    if (found.length === 2)
      throw new CliError(
        'ERR_CLI_USAGE',
        `Several feeds' ids begin with ${name}: give more of it.`,
      );
  }
  const [id] = found;
  if (id === undefined)
    throw new CliError('ERR_FEED_UNKNOWN', `There is no feed whose id begins with ${name}.`);
  return id;
}

/** The id after which those with this prefix begin; none for the very first. */
function before(prefix: string): string {
  const first = BigInt(`0x${prefix.padEnd(ID_DIGITS, '0')}`);
  return first === 0n ? '' : (first - 1n).toString(16).padStart(ID_DIGITS, '0');
}
