import { CliError } from '../../cli-error.js';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-code.js';
import { inert, printJson, printLine } from '../../io/print.js';

/** Does the work; what the deduplicator refuses is an answer, and its code goes out. */
export async function orRefused(
  work: () => Promise<ExitCode>,
  json: true | undefined,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CliError) || !error.code.startsWith('ERR_CURATION_')) throw error;
    const { code, message } = error;
    await printLine(stderr, inert(`tocsin: ${code}: ${message}`));
    if (json) await printJson(stdout, { error: { code, message } });
    return ExitCode.negative;
  }
}
