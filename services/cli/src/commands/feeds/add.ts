import type { Command } from 'commander';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-code.js';
import { chosenFrom } from '../../feeds/choose-feed.js';
import { feedLine, probeText } from '../../feeds/feed-text.js';
import { FeedsApi } from '../../feeds/feeds-api.js';
import type { FeedView } from '../../feeds/model.js';
import { inert, printJson, printLine } from '../../io/print.js';
import type { Done } from '../../program.js';
import { orNegative, type Negative } from './answers.js';
import { changeOf, describing, type DescribingFlags } from './options.js';

const HELP = `
Looks first: title, kind, sample items and what robots.txt says. A page that is no feed but declares
exactly one gives that one; with several, they are listed and nothing is added, unless --yes takes the
first. With --yes a page that names no feed is followed itself. --no-probe adds the URL as it is.
With --json one object {probe, feed} or {probe, feed: null, error{code, message}}. Examples:
  npx tocsin feeds add https://example.org/rss.xml --tag europe --priority 5
  npx tocsin feeds add https://example.org/ --probe-only`;

type Flags = DescribingFlags & {
  readonly json?: true;
  readonly probe: boolean;
  readonly probeOnly?: true;
  readonly yes?: true;
};

/** `tocsin feeds add`: a feed into the schedule, after a look at it. */
export function addCommand(feeds: Command, context: Context, done: Done): void {
  describing(feeds.command('add').description('look at a feed and add it'))
    .argument('<url>', 'http or https URL of a feed, a sitemap or a page')
    .option('--probe-only', 'only look')
    .option('--no-probe', 'add without looking')
    .option('--yes', 'take the first of several feeds that a page names, or the page itself')
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', HELP)
    .action(async (url: string, flags: Flags) => {
      const api = new FeedsApi(context.config());
      done(
        flags.probe
          ? await probedAdd(url, flags, api, context)
          : await plainAdd(url, flags, api, context),
      );
    });
}

async function plainAdd(
  url: string,
  flags: Flags,
  api: FeedsApi,
  { stdout, stderr }: Context,
): Promise<ExitCode> {
  const feed = await orNegative(url, () => api.add(url, changeOf(flags)));
  const isAdded = !('error' in feed);
  if (flags.json) await printJson(stdout, { probe: null, ...answerOf(feed) });
  else if (isAdded) await printLine(stdout, feedLine(feed));
  else await printLine(stderr, errorLine(feed));
  return isAdded ? ExitCode.done : ExitCode.negative;
}

async function probedAdd(
  url: string,
  flags: Flags,
  api: FeedsApi,
  { stdout, stderr }: Context,
): Promise<ExitCode> {
  const probe = await api.probe(url);
  const choice = chosenFrom(probe, flags.yes ?? false);
  const feed =
    'url' in choice && !flags.probeOnly
      ? await orNegative(choice.url, () => api.add(choice.url, changeOf(flags)))
      : null;
  const answer = 'error' in choice ? choice : feed;
  const isRefused = answer !== null && 'error' in answer;
  if (flags.json) await printJson(stdout, { probe, ...answerOf(answer) });
  else {
    await printLine(stdout, probeText(probe));
    if (isRefused) await printLine(stderr, errorLine(answer));
    else if (answer !== null) await printLine(stdout, `\n${feedLine(answer)}`);
  }
  return isRefused ? ExitCode.negative : ExitCode.done;
}

type Answer = FeedView | Pick<Negative, 'error'> | null;

const answerOf = (answer: Answer) =>
  answer !== null && 'error' in answer ? { feed: null, error: answer.error } : { feed: answer };

const errorLine = ({ error }: Pick<Negative, 'error'>): string =>
  inert(`tocsin: ${error.code}: ${error.message}`);
