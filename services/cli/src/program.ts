import { Command, CommanderError } from 'commander';
import { ConfigError } from '@tocsin/config';
import { CliError } from './cli-error.js';
import { clusterCommand } from './commands/cluster.js';
import { dlqCommand } from './commands/dlq.js';
import { eraseCommand } from './commands/erase.js';
import { exportCommand } from './commands/export.js';
import { extractCommand } from './commands/extract.js';
import { feedCommand } from './commands/feed.js';
import { feedsCommand } from './commands/feeds.js';
import { fetchCommand } from './commands/fetch.js';
import { incidentCommand } from './commands/incident.js';
import { fuseCommand } from './commands/fuse.js';
import { ingestCommand } from './commands/ingest.js';
import { snapshotCommand } from './commands/snapshot.js';
import { statusCommand } from './commands/status.js';
import type { Context } from './context.js';
import { EXIT_CODES_HELP, ExitCode } from './exit-code.js';
import { printJson, printLine } from './io/print.js';

/** How a command says with which code it ended. */
export type Done = (code: ExitCode) => void;

/** Every command; each adds itself. */
const COMMANDS = [
  extractCommand,
  clusterCommand,
  fetchCommand,
  feedCommand,
  ingestCommand,
  feedsCommand,
  incidentCommand,
  exportCommand,
  snapshotCommand,
  statusCommand,
  dlqCommand,
  fuseCommand,
  eraseCommand,
];

/** Runs one command line. Never throws: what fails is printed and ends with its exit code. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.done;
  const program = new Command('tocsin')
    .description('News in, incidents out.')
    .addHelpText('afterAll', EXIT_CODES_HELP)
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      outputError: (text, write) =>
        write(`tocsin: ERR_CLI_USAGE: ${text.replace(/^error: /, '').trim()}; see --help.\n`),
    })
    .exitOverride();
  for (const add of COMMANDS) add(program, context, (code) => (exitCode = code));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return await report(error, args.includes('--json'), context);
  }
}

async function report(error: unknown, asJson: boolean, context: Context): Promise<ExitCode> {
  const { code, message, exitCode, printed } = meaningOf(error);
  if (exitCode === ExitCode.done) return exitCode;
  if (!printed) await printLine(context.stderr, `tocsin: ${code}: ${message}`);
  if (asJson) await printJson(context.stdout, { error: { code, message } });
  return exitCode;
}

interface Meaning {
  readonly code: string;
  readonly message: string;
  readonly exitCode: ExitCode;
  /** Whether the parser has told the user already. */
  readonly printed: boolean;
}

function meaningOf(error: unknown): Meaning {
  if (error instanceof CommanderError) {
    const isAsked = error.exitCode === 0;
    const exitCode = isAsked ? ExitCode.done : ExitCode.usage;
    const message = error.message.replace(/^error: /, '');
    return { code: 'ERR_CLI_USAGE', message, exitCode, printed: true };
  }
  const { code = 'ERR_CLI_INTERNAL', message = String(error) } = error as Partial<
    Error & { code: string }
  >;
  if (error instanceof CliError) return { code, message, exitCode: error.exitCode, printed: false };
  const exitCode = error instanceof ConfigError ? ExitCode.usage : ExitCode.failed;
  return { code, message, exitCode, printed: false };
}
