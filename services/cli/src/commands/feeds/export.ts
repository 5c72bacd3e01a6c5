import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CliError } from '../../cli-error.js';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-code.js';
import { FeedsApi } from '../../feeds/feeds-api.js';
import { printJson, printLine } from '../../io/print.js';
import type { Done } from '../../program.js';

const HELP = `
All feeds but stopped ones, their tags as folders and categories. With --json one object {opml} or, with
--output, {file, bytes}. Example:
  npx tocsin feeds export --output subscriptions.opml`;

/** `tocsin feeds export`: the feeds as an OPML file. */
export function exportCommand(feeds: Command, context: Context, done: Done): void {
  feeds
    .command('export')
    .description('write the feeds as OPML')
    .option('--output <file>', 'write to this file instead of stdout')
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', HELP)
    .action(async ({ output, json }: { output?: string; json?: true }) => {
      const opml = await new FeedsApi(context.config()).export();
      if (output !== undefined) await save(output, opml);
      if (json) {
        const bytes = Buffer.byteLength(opml);
        await printJson(context.stdout, output === undefined ? { opml } : { file: output, bytes });
      } else if (output === undefined) await printLine(context.stdout, opml.trimEnd());
      done(ExitCode.done);
    });
}

async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new CliError('ERR_CLI_FILE', `${file} can't be written: ${why}.`, { cause });
  }
}
