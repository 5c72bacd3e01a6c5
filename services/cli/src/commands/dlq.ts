import {
  DEAD_LETTER_CLASSES,
  findLetter,
  findLetters,
  OperatingError,
  readingsOf,
  summaryOf,
  wholeOf,
  type FoundLetter,
  type GroupTopic,
  type KafkaBroker,
  type LetterFilter,
  type LetterPage,
  type PageBounds,
} from '@tocsin/messaging-kafka';
import { Command, InvalidArgumentError, Option } from 'commander';
import { withBroker } from '../broker/with-broker.js';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { printJson, printLine, table } from '../io/print.js';
import type { Done } from '../program.js';
import { redriveCommand } from './dlq/redrive.js';

const HELP = `
A dead letter's id is topic/group/partition/offset. Examples:
  npx tocsin dlq list --topic article-fetched --class POISON
  npx tocsin dlq show article-fetched/extractor/0/12 --json
  npx tocsin dlq redrive --group store --dry-run
  npx tocsin dlq redrive --group store --reason "the disk is mended"`;

type Flags = LetterFilter & { readonly limit: number; readonly json?: true };
type OnLetters<R> = (broker: KafkaBroker, places: readonly GroupTopic[]) => Promise<R>;

/** `tocsin dlq`: what the groups gave up, why, and the way back. */
export function dlqCommand(program: Command, context: Context, done: Done): void {
  const dlq = program
    .command('dlq')
    .description('list, show and redrive dead letters')
    .addHelpText('after', HELP);

  filtered(dlq.command('list').description('list dead letters, one line each')).action(
    async ({ json, ...asked }: Flags) => {
      const found = await onLetters(context, (broker, all) => filteredLetters(broker, all, asked));
      await printFound(found, json, context);
      done(ExitCode.done);
    },
  );

  dlq
    .command('show')
    .description('show one dead letter with its headers and value')
    .argument('<id>', 'topic/group/partition/offset')
    .option('--json', 'one JSON object on stdout')
    .action(async (id: string, { json }: { json?: true }) => {
      const found = await onLetters(context, (broker, all) => findLetter(broker, all, id));
      const answer = found ? wholeOf(found) : { id, error: { code: 'ERR_CLI_NO_LETTER', message } };
      if (json) await printJson(context.stdout, answer);
      else await printLine(context.stdout, JSON.stringify(answer, bigintless, 2));
      done(found ? ExitCode.done : ExitCode.negative);
    });

  redriveCommand(dlq, context, done);
}

const message = 'There is no such dead letter (any more).';
const bigintless = (_: string, value: unknown) =>
  typeof value === 'bigint' ? Number(value) : value;

const filtered = (command: Command): Command =>
  command
    .option('--topic <topic>', 'only of this topic, by its logical name')
    .option('--group <group>', 'only of this consumer group')
    .addOption(new Option('--class <class>', 'only of this class').choices(DEAD_LETTER_CLASSES))
    .option('--limit <count>', 'at most so many, oldest first', countOf, 100)
    .option('--json', 'JSONL on stdout, one dead letter a line');

function countOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be 1 to 999999.');
  return Number(text);
}

/** What is wrong with the question is the command's mistake. */
async function onLetters<R>(context: Context, work: OnLetters<R>): Promise<R> {
  try {
    return await withBroker(context, (broker) => work(broker, readingsOf(context.naming)));
  } catch (error) {
    if (!(error instanceof OperatingError)) throw error;
    throw new CliError('ERR_CLI_USAGE', error.message);
  }
}

/** A log of refusals is short; one that isn't is read in parts. */
const SCAN = 2_000;

async function filteredLetters(
  broker: KafkaBroker,
  places: readonly GroupTopic[],
  { limit, ...filter }: LetterFilter & { readonly limit: number },
): Promise<FoundLetter[]> {
  const found: FoundLetter[] = [];
  let cursor: string | null = null;
  do {
    const bounds: PageBounds = {
      limit: limit - found.length,
      scan: SCAN,
      ...(cursor ? { cursor } : {}),
    };
    const page: LetterPage<FoundLetter> = await findLetters(
      broker,
      places,
      filter,
      bounds,
      (each) => each,
    );
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && found.length < limit);
  return found;
}

async function printFound(
  found: readonly FoundLetter[],
  json: true | undefined,
  { stdout, stderr }: Context,
): Promise<void> {
  const letters = found.map(summaryOf);
  if (json) for (const letter of letters) await printJson(stdout, letter);
  else if (letters.length > 0)
    await printLine(
      stdout,
      table(letters.map((l) => [l.id, l.class, l.exception, l.lastFailedAt ?? '-', l.message])),
    );
  await printLine(stderr, `${letters.length} dead letters`);
}
