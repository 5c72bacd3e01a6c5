import type { CurationRequest } from '@tocsin/contracts';
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { CliError } from '../../cli-error.js';
import type { Context } from '../../context.js';
import { CurationsApi } from '../../curating/curations-api.js';
import { changesText } from '../../curating/incident-text.js';
import { ExitCode } from '../../exit-code.js';
import { canAsk, confirm } from '../../io/confirm.js';
import { printJson, printLine } from '../../io/print.js';
import { orRefused } from './refusal.js';

/** What every command of an analyst may say beside what it is about. */
export interface CurateFlags {
  readonly reason: string;
  readonly by?: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly json?: true;
}

/** What a command is about. */
export type Asked = Omit<CurationRequest, 'reason' | 'by' | 'commandId'>;

/** Milliseconds in which a command on a quiet line has taken effect long since. */
const PATIENCE_MS = 20_000;

/** Shows what a command would do, asks, gives it, and waits until it has taken effect. */
export function curated(
  askedOf: (api: CurationsApi) => Promise<Asked>,
  { reason, by = userInfo().username, dryRun, yes, json }: CurateFlags,
  context: Context,
): Promise<ExitCode> {
  const { stdin, stdout, stderr } = context;
  const work = async () => {
    if (!dryRun && !yes && (json || !canAsk(stdin)))
      throw new CliError('ERR_CLI_USAGE', 'Nobody can be asked: give --yes, or --dry-run to look.');
    const api = new CurationsApi(context.config());
    const request = { ...(await askedOf(api)), reason, by, commandId: randomUUID() };
    const changes = await api.preview(request);
    if (!json) await printLine(stdout, changesText(changes));
    const tell = async (command: object | null, applied: boolean, sentence: string) => {
      if (json) await printJson(stdout, { command, changes, applied });
      else await printLine(stderr, sentence);
      return ExitCode.done;
    };
    if (dryRun) return tell(null, false, 'Nothing was done.');
    if (!yes && !(await confirm(`${request.action} as ${by}?`, context)))
      return tell(null, false, 'Nothing was done.');
    const command = await api.give(request);
    const applied = await api.takesEffect(command.commandId, PATIENCE_MS);
    const sentence = applied
      ? `Done, as ${command.commandId}.`
      : `Command ${command.commandId} is on its way and takes effect when the deduplicator comes to it.`;
    return tell(command, applied, sentence);
  };
  return orRefused(work, json, context);
}
