import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { FetchOnceResult } from '@tocsin/fetching';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { inert, printJson, printLine } from '../io/print.js';
import type { Done } from '../program.js';
import { politeFetch, type Validators } from '../remote/polite-fetch.js';

const HELP = `
Prints {status, code, reason, url, …}: status is fetched, unchanged, refused (by us) or failed (out
there). Private addresses are refused unless TOCSIN_FETCH_ALLOW_PRIVATE names them. Example:
  npx tocsin fetch https://example.org/news.html --output news.html --json`;

interface FetchFlags extends Validators {
  readonly json?: true;
  readonly output?: string;
}

/** `tocsin fetch`: one page, as safely and politely as the service fetches. */
export function fetchCommand(program: Command, context: Context, done: Done): void {
  program
    .command('fetch')
    .description('fetch one URL safely and politely, and say how it ended')
    .argument('<url>', 'http or https URL')
    .option('--json', 'one JSON object on stdout')
    .option('--output <file>', 'write the decoded body to this file')
    .option('--etag <etag>', 'ask whether anything changed since this ETag')
    .option('--last-modified <date>', 'ask whether anything changed since this HTTP date')
    .addHelpText('after', HELP)
    .action(async (url: string, { json, output, ...validators }: FetchFlags) => {
      const result = await politeFetch(url, context.config(), validators);
      if (output !== undefined && result.status === 'fetched') await save(output, result.body);
      const summary = summaryOf(result);
      if (json) await printJson(context.stdout, summary);
      else await printLine(context.stdout, lineOf(summary));
      done('httpStatus' in result ? ExitCode.done : ExitCode.negative);
    });
}

/** The result with the body's size and hash in the place of the body. */
export function summaryOf(result: FetchOnceResult) {
  if (!('body' in result)) return result;
  const { body, ...rest } = result;
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { ...rest, bytes: body.length, sha256 };
}

const lineOf = (summary: ReturnType<typeof summaryOf>): string =>
  'bytes' in summary
    ? `${summary.status} ${inert(summary.url)}: status ${summary.httpStatus}, ${summary.bytes} bytes`
    : `${summary.status} ${inert(summary.url)}: ${summary.code}: ${inert(summary.reason)}`;

async function save(file: string, body: Uint8Array): Promise<void> {
  try {
    await writeFile(file, body);
  } catch (cause) {
    const { message } = cause as Error;
    throw new CliError('ERR_CLI_FILE', `${file} can't be written: ${message}.`, { cause });
  }
}
