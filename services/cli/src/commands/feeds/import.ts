import type { Command } from 'commander';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-code.js';
import { FeedsApi } from '../../feeds/feeds-api.js';
import type { FeedImport } from '../../feeds/model.js';
import { splitOpml } from '../../feeds/split-opml.js';
import { readCapped } from '../../io/read-capped.js';
import { inert, printJson, printLine } from '../../io/print.js';
import type { Done } from '../../program.js';
import { changeOf, prioritised, type DescribingFlags } from './options.js';

const HELP = `
Folders and categories become tags. What is known stays as it is: an import that was stopped is simply
started again. With --json one object {file, added, known, refused[{url, code, reason}]}. Example:
  npx tocsin feeds import subscriptions.opml --tag imported`;

type Flags = Pick<DescribingFlags, 'tag' | 'priority'> & { readonly json?: true };

/** Feeds of one request: a second's work for the fetcher. */
const FEEDS_IN_PART = 500;
/** 100,000 feeds with titles are about 20 MB. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** `tocsin feeds import`: the feeds of an OPML file. */
export function importCommand(feeds: Command, context: Context, done: Done): void {
  prioritised(feeds.command('import').description('add the feeds of an OPML file'))
    .argument('<file>', 'an OPML file')
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', HELP)
    .action(async (file: string, { json, ...flags }: Flags) => {
      const opml = (await readCapped(file, MAX_FILE_BYTES)).toString('utf8');
      const total = await imported(opml, flags, context);
      const { added, known, refused } = total;
      if (json) await printJson(context.stdout, { file, ...total });
      else {
        for (const { url, code, reason } of refused)
          await printLine(context.stderr, inert(`refused ${url}: ${code}: ${reason}`));
        const line = `${added} added, ${known} known, ${refused.length} refused`;
        await printLine(context.stdout, line);
      }
      done(refused.length === 0 ? ExitCode.done : ExitCode.negative);
    });
}

async function imported(opml: string, flags: Flags, context: Context): Promise<FeedImport> {
  const api = new FeedsApi(context.config());
  const change = changeOf(flags);
  const { parts, refused: unreadable } = splitOpml(opml, FEEDS_IN_PART);
  const all = parts.reduce((sum, { feeds }) => sum + (feeds ?? 0), 0);
  let total: FeedImport = { added: 0, known: 0, refused: unreadable };
  let sent = 0;
  for (const part of parts) {
    const { added, known, refused } = await api.import(part.opml, change);
    total = {
      added: total.added + added,
      known: total.known + known,
      refused: [...total.refused, ...refused],
    };
    sent += part.feeds ?? 0;
    if (parts.length > 1) await printLine(context.stderr, `${sent} of ${all} feeds`);
  }
  return total;
}
