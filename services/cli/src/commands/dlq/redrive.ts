import type { Operation, RedrivePreview } from '@tocsin/contracts';
import { DEAD_LETTER_CLASSES } from '@tocsin/messaging-kafka';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { CliError } from '../../cli-error.js';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-code.js';
import { printJson, printLine, table } from '../../io/print.js';
import type { Done } from '../../program.js';
import { postStore, untilOver } from '../../remote/operations.js';

interface Flags {
  readonly topic?: string;
  readonly group?: string;
  readonly class?: string;
  readonly again?: true;
  readonly rate?: number;
  readonly reason?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `tocsin dlq redrive`: asked of the store, which writes down who had it done, and why. */
export function redriveCommand(dlq: Command, context: Context, done: Done): void {
  dlq
    .command('redrive')
    .description("send dead letters to their group's retry topic, by the store")
    .argument('[ids...]', 'topic/group/partition/offset; without, a filter says which')
    .option('--topic <topic>', 'only of this topic, by its logical name')
    .option('--group <group>', 'only of this consumer group')
    .addOption(new Option('--class <class>', 'only of this class').choices(DEAD_LETTER_CLASSES))
    .option('--again', 'also those that were sent back before')
    .option('--rate <count>', 'records a second', rateOf)
    .option('--reason <text>', 'why; kept for ever')
    .option('--dry-run', 'only say what would be sent, by reason')
    .option('--json', 'one JSON object on stdout: {preview} or {operation}')
    .action(async (ids: string[], flags: Flags) => done(await redriven(ids, flags, context)));
}

async function redriven(ids: readonly string[], flags: Flags, context: Context): Promise<ExitCode> {
  const { rate, reason, dryRun, json } = flags;
  const meant = meantBy(ids, flags);
  const config = context.config();
  if (dryRun) {
    const preview = await postStore<RedrivePreview>(
      config,
      'v1/dead-letters/redrive/preview',
      meant,
    );
    await tellPreview(preview, json, context);
    return ExitCode.done;
  }
  if (reason === undefined)
    throw new CliError('ERR_CLI_USAGE', 'Say why: --reason, or --dry-run to look.');
  const asked = { ...meant, reason, ...(rate === undefined ? {} : { rate }) };
  const begun = await postStore<Operation>(config, 'v1/dead-letters/redrive', asked);
  const operation = await untilOver(config, begun);
  if (json) await printJson(context.stdout, { operation });
  const { sent = 0, sentBefore = 0 } = operation.counts;
  const counted = `${sent} redriven, ${sentBefore} left out that were sent before`;
  await printLine(context.stderr, operation.error ? `${counted}. ${operation.error}` : counted);
  return operation.state === 'done' ? ExitCode.done : ExitCode.failed;
}

/** @throws CliError ERR_CLI_USAGE: everything that ever failed is never sent by an oversight */
function meantBy(ids: readonly string[], { topic, group, class: kind, again }: Flags): object {
  const filter = Object.fromEntries(
    Object.entries({ topic, group, class: kind }).filter(([, value]) => value !== undefined),
  );
  const isFiltered = Object.keys(filter).length > 0;
  if (ids.length > 0 === isFiltered)
    throw new CliError('ERR_CLI_USAGE', 'Say which: ids, or --topic, --group or --class.');
  return isFiltered ? { filter, again: again === true } : { ids };
}

async function tellPreview(
  preview: RedrivePreview,
  json: true | undefined,
  { stdout, stderr }: Context,
): Promise<void> {
  const { count, sentBefore, withoutWayBack, isComplete, byReason } = preview;
  if (json) await printJson(stdout, { preview });
  else if (byReason.length > 0)
    await printLine(
      stdout,
      table(byReason.map((one) => [one.topic, one.group, one.class, one.code, `${one.count}`])),
    );
  const more = isComplete ? '' : ' or more';
  const stuck = withoutWayBack > 0 ? `, ${withoutWayBack} have no way back` : '';
  await printLine(
    stderr,
    `${count}${more} would be redriven, ${sentBefore} left out that were sent before${stuck}`,
  );
}

function rateOf(text: string): number {
  if (!/^([1-9]\d{0,2}|1000)$/.test(text)) throw new InvalidArgumentError('It must be 1 to 1000.');
  return Number(text);
}
