import type { Command } from 'commander';
import type { Context } from '../../context.js';
import { feedIdOf } from '../../feeds/find-feed.js';
import { FeedsApi, type FeedVerb } from '../../feeds/feeds-api.js';
import type { Done } from '../../program.js';
import { forEachFeed } from './answers.js';

const VERBS: Readonly<Record<FeedVerb, string>> = {
  pause: 'poll feeds no more until they are resumed',
  resume: 'poll paused, parked or stopped feeds again',
  stop: 'stop feeds at once: no further request, and queued pages are settled',
  poll: 'poll feeds as soon as their hosts allow',
};

/** `tocsin feeds pause|resume|stop|poll`: what feeds are to do. */
export function tellCommands(feeds: Command, context: Context, done: Done): void {
  for (const verb of Object.keys(VERBS) as FeedVerb[])
    feeds
      .command(verb)
      .description(VERBS[verb])
      .argument('<feeds...>', 'ids, unique beginnings of ids, or URLs')
      .option('--reason <text>', 'why; kept with the feed')
      .option('--json', 'JSONL on stdout, one feed a line')
      .addHelpText('after', `\nExample:\n  npx tocsin feeds ${verb} https://example.org/rss.xml`)
      .action(async (names: string[], { json, reason }: { json?: true; reason?: string }) => {
        const api = new FeedsApi(context.config());
        const work = async (name: string) => api.tell(await feedIdOf(name, api), verb, reason);
        done(await forEachFeed(names, work, json, context));
      });
}
