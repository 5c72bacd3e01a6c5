import type { ErasurePreview, Operation } from '@tocsin/contracts';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { canAsk, confirm } from '../io/confirm.js';
import { printJson, printLine } from '../io/print.js';
import type { Done } from '../program.js';
import { postStore, untilOver } from '../remote/operations.js';

const HELP = `
Texts, pages and quotes go at once, everywhere; incidents are told anew without them, or taken back when nothing else told
of them; what was erased never comes back. Who asked and why is kept for ever. The topics keep what was said until their
retention is over. Stop the source's feeds first: npx tocsin feeds stop. Examples:
  npx tocsin erase article https://news.example/a.html --reason "the subject asked for it"
  npx tocsin erase source news.example --reason "the licence is over" --dry-run`;

interface EraseFlags {
  readonly reason: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly json?: true;
}

/** `tocsin erase`: takes an article or a whole source out for ever. */
export function eraseCommand(program: Command, context: Context, done: Done): void {
  const erase = program
    .command('erase')
    .description('take an article or a source out for ever')
    .addHelpText('after', HELP);

  flags(erase.command('article').description('erase one article and all that it said'))
    .argument('<article>', 'its id or its URL')
    .action(async (article: string, given: EraseFlags) => {
      done(await erased({ article: articleIdOf(article) }, given, context));
    });

  flags(erase.command('source').description('erase everything of a site and all below it'))
    .argument('<host>', 'the name of its host')
    .action(async (source: string, given: EraseFlags) => {
      done(await erased({ source }, given, context));
    });
}

const flags = (command: Command): Command =>
  command
    .requiredOption('--reason <text>', 'why; kept for ever')
    .option('--dry-run', 'only show what it would take out')
    .option('--yes', "don't ask")
    .option('--json', 'one JSON object on stdout: {preview, operation}');

/** An id as it is; of a URL the id that its article has. */
function articleIdOf(given: string): string {
  if (!given.includes('/')) return given;
  const url = normaliseUrl(given);
  if (url === null) throw new CliError('ERR_CLI_USAGE', `${given} is no article's id or URL.`);
  return urlId(url);
}

async function erased(what: object, { reason, dryRun, yes, json }: EraseFlags, context: Context) {
  const { stdin, stdout, stderr } = context;
  if (!dryRun && !yes && (json || !canAsk(stdin)))
    throw new CliError('ERR_CLI_USAGE', 'Nobody can be asked: give --yes, or --dry-run to look.');
  const config = context.config();
  const preview = await postStore<ErasurePreview>(config, 'v1/erasures/preview', what);
  if (!json) await printLine(stdout, textOf(preview));
  const tell = async (operation: Operation | null, sentence: string) => {
    if (json) await printJson(stdout, { preview, operation });
    else await printLine(stderr, sentence);
    return operation === null || operation.state === 'done' ? ExitCode.done : ExitCode.failed;
  };
  if (dryRun) return tell(null, 'Nothing was erased.');
  if (!yes && !(await confirm('Erase it for ever?', context)))
    return tell(null, 'Nothing was erased.');
  const begun = await postStore<Operation>(config, 'v1/erasures', { ...what, reason });
  const operation = await untilOver(config, begun);
  const { articles = 0, incidents = 0, revisions = 0 } = operation.counts;
  const counted = `${articles} articles erased, ${incidents} incidents told anew, ${revisions} revisions taken out`;
  return tell(
    operation,
    operation.error === null ? `${counted}.` : `${counted}. ${operation.error}`,
  );
}

const textOf = ({ articles, incidents, titles }: ErasurePreview): string =>
  [
    `${articles} articles that are known, and what ${incidents} incidents say by them:`,
    ...titles.map((title) => `  ${title}`),
  ].join('\n');
