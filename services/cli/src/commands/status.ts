import type { Command } from 'commander';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { printJson, printLine } from '../io/print.js';
import type { Done } from '../program.js';
import { isWell, readStatus } from '../watching/read-status.js';
import { statusText } from '../watching/status-text.js';

const HELP = `
What is wrong comes first, with why and the runbook; of partitions those that are behind. With --json one object
{troubles[], services[], groups[], measures, feeds, frontier, stats}; a part that can't be asked is {error{code,
message}}. Exit code 3 when anything is wrong or a part can't be asked. Example:
  npx tocsin status`;

/** `tocsin status`: whether all is well, what is behind and why. */
export function statusCommand(program: Command, context: Context, done: Done): void {
  program
    .command('status')
    .description(
      'show what is wrong, readiness, lag, fuses, dead letters, outbox, feeds and counts',
    )
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', HELP)
    .action(async ({ json }: { json?: true }) => {
      const status = await readStatus(context);
      if (json) await printJson(context.stdout, status);
      else await printLine(context.stdout, statusText(status));
      done(isWell(status) ? ExitCode.done : ExitCode.negative);
    });
}
