import { parseArgs } from 'node:util';

export interface StartOptions {
  /** An OPML file whose feeds are added. */
  readonly feeds?: string;
  /** Whether the bundled news site is served and polled. */
  readonly sample: boolean;
  /** End once everything that was accepted has come to its end. */
  readonly once: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

export const HELP = `npm start -- [options]

Starts Kafka, PostgreSQL and the four services, polls the bundled sample feed and prints each
incident as it is published. Ctrl-C stops everything.

  --feeds FILE   also poll the feeds of an OPML file
  --no-sample    do not serve and poll the bundled sample
  --once         stop when every accepted article has come to its end
  --json         one JSON object on standard output at the end (with --once)
  --help         this text

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the machine lacks something (the message says what),
4 a broker or database given by KAFKA_BROKERS or DATABASE_URL does not answer, 130 interrupted.
`;

/** The command line cannot be understood. */
export class UsageError extends Error {
  readonly code = 'ERR_START_USAGE';
  readonly exitCode = 2;
  constructor(message: string, options?: ErrorOptions) {
    super(`${message} See npm start -- --help.`, options);
    this.name = 'UsageError';
  }
}

/** @throws UsageError */
export function parseOptions(args: string[]): StartOptions {
  const values = parse(args);
  if (values.json && !values.once) throw new UsageError('--json needs --once.');
  if (values['no-sample'] && !values.feeds && values.once) {
    throw new UsageError('--once without the sample needs --feeds.');
  }
  return {
    feeds: values.feeds,
    sample: !values['no-sample'],
    once: values.once,
    json: values.json,
    help: values.help,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        feeds: { type: 'string' },
        'no-sample': { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}.`, { cause });
  }
}
