import type { Operation } from '@tocsin/contracts';
import { listFuses, readingsOf, type BlownFuse } from '@tocsin/messaging-kafka';
import type { Command } from 'commander';
import { withBroker } from '../broker/with-broker.js';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { printJson, printLine, table } from '../io/print.js';
import type { Done } from '../program.js';
import { postStore } from '../remote/operations.js';

const HELP = `
A fuse blows when too many records in a row, or of the last 1,000, became dead letters: the partition stands still until
its cause is mended and the fuse released. A fuse's id is group/topic/partition. Examples:
  npx tocsin fuse list
  npx tocsin fuse release extractor/article-fetched/3 --reason "the parser is mended"`;

/** `tocsin fuse`: partitions that stand still after too many dead letters, and the word that lets them go on. */
export function fuseCommand(program: Command, context: Context, done: Done): void {
  const fuse = program
    .command('fuse')
    .description('list and release blown fuses')
    .addHelpText('after', HELP);

  fuse
    .command('list')
    .description('list the partitions that stand still, one line each')
    .option('--json', 'JSONL on stdout')
    .action(async ({ json }: { json?: true }) => {
      const blown = await withBroker(context, (broker) =>
        listFuses(broker, readingsOf(context.naming)),
      );
      const { stdout, stderr } = context;
      if (json) for (const each of blown) await printJson(stdout, { id: idOf(each), ...each });
      else if (blown.length > 0) await printLine(stdout, table(blown.map(lineOf)));
      await printLine(stderr, `${blown.length} blown fuses`);
      done(ExitCode.done);
    });

  fuse
    .command('release')
    .description('let a partition go on, once its cause is mended')
    .argument('<id>', 'group/topic/partition')
    .requiredOption('--reason <text>', 'why; kept for ever')
    .option('--json', 'one JSON object on stdout: {id, operation}')
    .action(async (id: string, { reason, json }: { reason: string; json?: true }) => {
      const operation = await release(context, id, reason);
      if (json) await printJson(context.stdout, { id, operation });
      else await printLine(context.stdout, `${id} goes on from ${operation.counts['offset']}`);
      done(ExitCode.done);
    });
}

/** Asked of the store, which writes down who had it done, and why. */
async function release(context: Context, id: string, reason: string): Promise<Operation> {
  const [, group, physicalTopic, partition] = /^([^/]+)\/([^/]+)\/(\d{1,9})$/.exec(id) ?? [];
  if (!group || !physicalTopic)
    throw new CliError('ERR_CLI_USAGE', `${id} is no fuse: take one from tocsin fuse list.`);
  const asked = { group, physicalTopic, partition: Number(partition), reason };
  return postStore<Operation>(context.config(), 'v1/fuses/release', asked);
}

const idOf = ({ group, physicalTopic, partition }: BlownFuse) =>
  `${group}/${physicalTopic}/${partition}`;

const lineOf = (fuse: BlownFuse): string[] => [
  idOf(fuse),
  `stands at ${fuse.offset}`,
  `${fuse.inARow} dead letters in a row`,
  `${fuse.deadLetters} of the last 1,000`,
];
