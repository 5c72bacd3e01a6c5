import { ExitCode } from './exit-code.js';

/** What went wrong, by a code that scripts may rely on. */
export type CliErrorCode =
  | 'ERR_CLI_ANSWER'
  | 'ERR_CLI_BUSY'
  | 'ERR_CLI_FETCHER'
  | 'ERR_CLI_FILE'
  | 'ERR_CLI_NOT_BUILT'
  | 'ERR_CLI_TOO_LARGE'
  | 'ERR_CLI_UNREACHABLE'
  | 'ERR_CLI_USAGE';

/** Ends a command: one sentence that says what happened and what to do. */
export class CliError extends Error {
  readonly code: string;
  readonly exitCode: ExitCode;

  /** @param code ours, or the one that a service answered with */
  constructor(code: CliErrorCode | (string & {}), message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CliError';
    this.code = code;
    this.exitCode = code === 'ERR_CLI_USAGE' ? ExitCode.usage : ExitCode.failed;
  }
}
