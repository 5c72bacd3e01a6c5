import { parseFeed, type FeedDocument, type FeedSource } from '@tocsin/feeds';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { readPage } from '../documents/read-page.js';
import { ExitCode } from '../exit-code.js';
import { printJson, printLine, table } from '../io/print.js';
import type { Done } from '../program.js';
import { isUrl, politeFetch } from '../remote/polite-fetch.js';
import type { CliConfig } from '../settings.js';

const HELP = `
RSS, Atom, RDF and JSON Feed. With --json one object {kind, title, siteUrl, encoding, items[], …}.
Example:
  npx tocsin feed https://example.org/rss.xml`;

/** `tocsin feed`: what a feed says, as the fetcher reads it. */
export function feedCommand(program: Command, context: Context, done: Done): void {
  program
    .command('feed')
    .description('parse a feed and print its items')
    .argument('<source>', 'file or http(s) URL')
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', HELP)
    .action(async (source: string, { json }: { json?: true }) => {
      const { bytes, from } = isUrl(source)
        ? await download(source, context.config())
        : { bytes: await readPage(source), from: {} };
      const feed = parseFeed(bytes, from);
      if (json) await printJson(context.stdout, feed);
      else await printItems(feed, context);
      done(ExitCode.done);
    });
}

async function printItems(feed: FeedDocument, { stdout, stderr }: Context): Promise<void> {
  const rows = feed.items.map(({ publishedAt, url, title }) => [
    publishedAt ?? '-',
    url,
    title ?? '',
  ]);
  if (rows.length > 0) await printLine(stdout, table(rows));
  await printLine(stderr, `${feed.kind}, ${feed.items.length} items`);
}

/** @throws CliError with the code of the fetch that was refused or failed */
async function download(
  url: string,
  config: CliConfig,
): Promise<{ bytes: Uint8Array; from: FeedSource }> {
  const result = await politeFetch(url, config);
  if (!('body' in result)) throw new CliError(result.code, `${url}: ${result.reason}`);
  const contentType = result.headers['content-type'] ?? null;
  return { bytes: result.body, from: { url: result.url, contentType } };
}
