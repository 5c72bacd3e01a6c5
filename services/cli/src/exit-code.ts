/** How the process ends; scripts rely on these numbers. */
export const ExitCode = {
  /** Everything asked for was done; for JSONL commands: every line has its answer. */
  done: 0,
  /** Nothing (more) could be done: the error line says why. */
  failed: 1,
  /** The command was not understood: arguments, options or settings. */
  usage: 2,
  /** Done, and the answer is "no" in part or in whole: refused, not ready, not there. */
  negative: 3,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

export const EXIT_CODES_HELP = `
Exit codes: 0 done, 1 failed, 2 wrong usage or settings, 3 done but something was refused, failed
elsewhere, is not ready or is not there (the output says what).`;
