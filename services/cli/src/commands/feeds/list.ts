import { Option, type Command } from 'commander';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-code.js';
import { feedsTable } from '../../feeds/feed-text.js';
import { FeedsApi, type FeedFilter } from '../../feeds/feeds-api.js';
import { FEED_STATES, type FeedView } from '../../feeds/model.js';
import { printJson, printLine } from '../../io/print.js';
import type { Done } from '../../program.js';
import { toCount } from './options.js';

const HELP = `
With --json one feed a line. Examples:
  npx tocsin feeds list --state parked
  npx tocsin feeds list --tag europe --search example.org --json`;

interface Flags {
  readonly json?: true;
  readonly limit: number;
  readonly search?: string;
  readonly state?: string;
  readonly tag?: string;
}

/** `tocsin feeds list`: the feeds, a line each. */
export function listCommand(feeds: Command, context: Context, done: Done): void {
  feeds
    .command('list')
    .description('list feeds, one line each')
    .addOption(new Option('--state <state>', 'only those of this state').choices(FEED_STATES))
    .option('--tag <tag>', 'only those with this tag')
    .option('--search <text>', 'only those with this in their URL or title')
    .option('--limit <count>', 'at most so many', toCount, 100)
    .option('--json', 'JSONL on stdout, one feed a line')
    .addHelpText('after', HELP)
    .action(async ({ json, limit, search, ...filter }: Flags) => {
      const asked: FeedFilter = { ...filter, ...(search === undefined ? {} : { q: search }) };
      const shown: FeedView[] = [];
      let count = 0;
      let isMore = false;
      for await (const feed of new FeedsApi(context.config()).list(asked)) {
        isMore = count === limit;
        if (isMore) break;
        count += 1;
        if (json) await printJson(context.stdout, feed);
        else shown.push(feed);
      }
      if (shown.length > 0) await printLine(context.stdout, feedsTable(shown));
      await printLine(context.stderr, `${count} feeds${isMore ? ', and there are more' : ''}`);
      done(ExitCode.done);
    });
}
