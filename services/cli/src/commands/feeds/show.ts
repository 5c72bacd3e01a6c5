import type { Command } from 'commander';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-code.js';
import { detailText } from '../../feeds/feed-text.js';
import { feedIdOf } from '../../feeds/find-feed.js';
import { FeedsApi } from '../../feeds/feeds-api.js';
import { printJson, printLine } from '../../io/print.js';
import type { Done } from '../../program.js';
import { orNegative } from './answers.js';

const HELP = `
Its schedule and why it is so, its last polls, and why nothing new came of late. Examples:
  npx tocsin feeds show https://example.org/rss.xml
  npx tocsin feeds show 3f2a --json`;

/** `tocsin feeds show`: one feed with its history. */
export function showCommand(feeds: Command, context: Context, done: Done): void {
  feeds
    .command('show')
    .description('show one feed, its last polls, and why it is quiet')
    .argument('<feed>', 'id, unique beginning of an id, or URL')
    .option('--json', 'one JSON object on stdout: {feed, outcomes[], quiet, urls, ends[]}')
    .addHelpText('after', HELP)
    .action(async (name: string, { json }: { json?: true }) => {
      const api = new FeedsApi(context.config());
      const detail = await orNegative(name, async () => api.show(await feedIdOf(name, api)));
      if (json) await printJson(context.stdout, detail);
      else if ('error' in detail)
        await printLine(context.stderr, `tocsin: ${detail.error.code}: ${detail.error.message}`);
      else await printLine(context.stdout, detailText(detail));
      done('error' in detail ? ExitCode.negative : ExitCode.done);
    });
}
