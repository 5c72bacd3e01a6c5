import type { Command } from 'commander';
import type { Context } from '../context.js';
import type { Done } from '../program.js';
import { addCommand } from './feeds/add.js';
import { exportCommand } from './feeds/export.js';
import { importCommand } from './feeds/import.js';
import { listCommand } from './feeds/list.js';
import { setCommand } from './feeds/set.js';
import { showCommand } from './feeds/show.js';
import { tellCommands } from './feeds/tell.js';

const HELP = `
A feed is named by its id, by a unique beginning of it, or by its URL. Examples:
  npx tocsin feeds add https://example.org/rss.xml --tag europe
  npx tocsin feeds show https://example.org/rss.xml
  npx tocsin feeds import subscriptions.opml`;

/** `tocsin feeds`: what the fetcher polls, how often, and how that goes. */
export function feedsCommand(program: Command, context: Context, done: Done): void {
  const feeds = program
    .command('feeds')
    .description('add, list, change, pause and stop feeds; OPML in and out')
    .addHelpText('after', HELP);
  addCommand(feeds, context, done);
  listCommand(feeds, context, done);
  showCommand(feeds, context, done);
  setCommand(feeds, context, done);
  tellCommands(feeds, context, done);
  importCommand(feeds, context, done);
  exportCommand(feeds, context, done);
}
