import {
  listFuses,
  OperatingError,
  readingsOf,
  releaseFuse,
  type BlownFuse,
} from '@tocsin/messaging-kafka';
import type { Command } from 'commander';
import { withBroker } from '../broker/with-broker.js';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { printJson, printLine, table } from '../io/print.js';
import type { Done } from '../program.js';

const HELP = `
A fuse blows when too many records in a row, or of the last 1,000, became dead letters: the partition stands still until
its cause is mended and the fuse released. A fuse's id is group/topic/partition. Examples:
  npx tocsin fuse list
  npx tocsin fuse release extractor/article-fetched/3`;

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
    .option('--json', 'one JSON object on stdout')
    .action(async (id: string, { json }: { json?: true }) => {
      const released = await release(context, id);
      if (json) await printJson(context.stdout, { id, ...released });
      else await printLine(context.stdout, `${id} goes on from ${released.offset}`);
      done(ExitCode.done);
    });
}

async function release(context: Context, id: string): Promise<BlownFuse> {
  const [, group, physicalTopic, partition] = /^([^/]+)\/([^/]+)\/(\d{1,9})$/.exec(id) ?? [];
  if (!group || !physicalTopic)
    throw new CliError('ERR_CLI_USAGE', `${id} is no fuse: take one from tocsin fuse list.`);
  const asked = { group, physicalTopic, partition: Number(partition) };
  try {
    return await withBroker(context, (broker) =>
      releaseFuse(broker, readingsOf(context.naming), asked),
    );
  } catch (error) {
    if (!(error instanceof OperatingError)) throw error;
    throw new CliError(error.code, error.message);
  }
}

const idOf = ({ group, physicalTopic, partition }: BlownFuse) =>
  `${group}/${physicalTopic}/${partition}`;

const lineOf = (fuse: BlownFuse): string[] => [
  idOf(fuse),
  `stands at ${fuse.offset}`,
  `${fuse.inARow} dead letters in a row`,
  `${fuse.deadLetters} of the last 1,000`,
];
