import type { Command } from 'commander';
import { CliError } from '../../cli-error.js';
import type { Context } from '../../context.js';
import { feedIdOf } from '../../feeds/find-feed.js';
import { FeedsApi } from '../../feeds/feeds-api.js';
import type { Done } from '../../program.js';
import { forEachFeed } from './answers.js';
import { changeOf, describing, type DescribingFlags } from './options.js';

const HELP = `
What is not given stays as it is; tags that are given replace all earlier ones. Examples:
  npx tocsin feeds set 3f2a --priority 5 --tag europe --tag wire
  npx tocsin feeds set https://example.org/rss.xml --min-interval 2m --lane live`;

type Flags = DescribingFlags & { readonly json?: true };

/** `tocsin feeds set`: what is known of feeds, and how they are polled. */
export function setCommand(feeds: Command, context: Context, done: Done): void {
  describing(feeds.command('set').description('change titles, priority, tags and settings'))
    .argument('<feeds...>', 'ids, unique beginnings of ids, or URLs')
    .option('--json', 'JSONL on stdout, one feed a line')
    .addHelpText('after', HELP)
    .action(async (names: string[], { json, ...flags }: Flags) => {
      const change = changeOf(flags);
      if (Object.keys(change).length === 0)
        throw new CliError('ERR_CLI_USAGE', 'Say what to change: see --help.');
      const api = new FeedsApi(context.config());
      const work = async (name: string) => api.change(await feedIdOf(name, api), change);
      done(await forEachFeed(names, work, json, context));
    });
}
