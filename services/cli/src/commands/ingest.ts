import { Option, type Command } from 'commander';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import type { Lane } from '../ingesting/item.js';
import { itemsOf } from '../ingesting/items-of.js';
import { pushItems, type Told } from '../ingesting/push-items.js';
import { lineOf, sum, Tally } from '../ingesting/tally.js';
import { inert, printJson, printLine } from '../io/print.js';
import type { Done } from '../program.js';
import { pushDocuments } from '../remote/documents.js';
import { isUrl } from '../remote/polite-fetch.js';

const HELP = `
Pushes documents through the fetcher's API:
  .html, .htm, .xhtml, .txt   one page or text each
  .warc, .warc.gz             the pages among a web archive's records (CC-NEWS as it is published)
  .jsonl, .ndjson             {url, html | text | base64, contentType?, title?, publishedAt?, fetchedAt?}
  URL                         one page, fetched as politely as the service does
Files go by the backfill lane, which never delays news; a URL by the live one. Pushing the same again
changes nothing: an ingest that was stopped is simply started again. With --json one summary
{records, pushed, unchanged, outdated, skipped{reason}, refused{code}, bytes, seconds}; with --each before
it one line for each document: {source, url, status, articleId, version} or {source, url, error}. Examples:
  npx tocsin ingest CC-NEWS-20160826124520-00000.warc.gz
  npx tocsin ingest archive/ --base-url https://example.org/archive/ --lane live
  npx tocsin ingest https://example.org/news.html --json`;

interface IngestFlags {
  readonly json?: true;
  readonly each?: true;
  readonly baseUrl?: string;
  readonly lane?: Lane;
}

const PROGRESS_MS = 1_000;
/** Refusals that are told on a terminal; the summary counts all of them, --each names them. */
const MAX_TOLD = 20;

/** `tocsin ingest`: documents into the line, as if they had been found in a feed. */
export function ingestCommand(program: Command, context: Context, done: Done): void {
  program
    .command('ingest')
    .description('push pages, texts and web archives into the running system')
    .argument('<source>', 'file, folder or http(s) URL')
    .option('--base-url <url>', 'URL below which page and text files lie on the web')
    .addOption(
      new Option('--lane <lane>', 'live or backfill; by default files are backfill').choices([
        'live',
        'backfill',
      ]),
    )
    .option('--each', 'one line on stdout for each document')
    .option('--json', 'JSON on stdout: the summary')
    .addHelpText('after', HELP)
    .action(async (source: string, flags: IngestFlags) => {
      if (isUrl(source) && /\.warc(\.gz)?$/i.test(source))
        throw new CliError('ERR_CLI_USAGE', 'Archives are read from files: download it first.');
      done(await ingest(source, flags, context));
    });
}

async function ingest(source: string, flags: IngestFlags, context: Context): Promise<ExitCode> {
  const { stdout, stderr } = context;
  const config = context.config();
  const lane = flags.lane ?? (isUrl(source) ? 'live' : 'backfill');
  const tally = new Tally(() => performance.now());
  const progress = setInterval(() => void printLine(stderr, lineOf(tally.summary())), PROGRESS_MS);
  try {
    await pushItems(
      itemsOf({ source, baseUrl: flags.baseUrl, lane }, config),
      (documents) => pushDocuments(documents, config),
      tally,
      teller(flags, context),
    );
  } catch (error) {
    await printLine(stderr, `${lineOf(tally.summary())}; start it again to go on`);
    throw error;
  } finally {
    clearInterval(progress);
  }
  const summary = tally.summary();
  if (flags.json) await printJson(stdout, { source, lane, ...summary });
  else await printLine(stdout, lineOf(summary));
  return sum(summary.refused) === 0 ? ExitCode.done : ExitCode.negative;
}

function teller({ each, json }: IngestFlags, { stdout, stderr }: Context) {
  let refusals = 0;
  return async ({ source, url, answer }: Told): Promise<void> => {
    if ('error' in answer) refusals += 1;
    if (each && json) await printJson(stdout, { source, url, ...answer });
    else if (each) await printLine(stdout, textOf({ source, url, answer }));
    else if ('error' in answer && refusals <= MAX_TOLD)
      await printLine(stderr, textOf({ source, url, answer }));
  };
}

function textOf({ source, url, answer }: Told): string {
  const what = inert(url === null || url === source ? source : `${source} ${url}`);
  return 'error' in answer
    ? `refused ${what}: ${answer.error.code}: ${inert(answer.error.message)}`
    : `${answer.status} ${what} as ${answer.articleId}`;
}
