import { CliError } from '../../cli-error.js';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-code.js';
import { feedLine } from '../../feeds/feed-text.js';
import type { FeedView } from '../../feeds/model.js';
import { inert, printJson, printLine } from '../../io/print.js';

/** The fetcher's "no" to one feed. */
export interface Negative {
  readonly feed: string;
  readonly error: { readonly code: string; readonly message: string };
}

/** Codes with which a feed, and not the whole command, is refused. */
const ABOUT_ONE_FEED = /^ERR_(FEED|API_REQUEST$)/;

/** An answer, or the "no" that it is; what stops the whole command is thrown. */
export async function orNegative<T>(feed: string, ask: () => Promise<T>): Promise<T | Negative> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CliError) || !ABOUT_ONE_FEED.test(error.code)) throw error;
    return { feed, error: { code: error.code, message: error.message } };
  }
}

/** Does something to each named feed and prints each answer as it comes. */
export async function forEachFeed(
  names: readonly string[],
  work: (name: string) => Promise<FeedView>,
  json: true | undefined,
  { stdout, stderr }: Context,
): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.done;
  for (const name of names) {
    const answer = await orNegative(name, () => work(name));
    const isRefused = 'error' in answer;
    if (isRefused) exitCode = ExitCode.negative;
    if (json) await printJson(stdout, answer);
    else if (!isRefused) await printLine(stdout, feedLine(answer));
    else await printLine(stderr, inert(`${name}: ${answer.error.code}: ${answer.error.message}`));
  }
  return exitCode;
}
