import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly kills: number;
  readonly articles: number;
  readonly seed: number;
  readonly json: boolean;
  /** Keep the report in the repository. */
  readonly save: boolean;
  readonly help: boolean;
}

/** Twenty kills under two hundred articles: minutes, not hours. */
const QUICK = { kills: 20, articles: 200 };
const FULL = { kills: 200, articles: 10_000 };

export const HELP = `npm run chaos -- [options]

Kills random services (kill -9) while articles are on their way, starts each again at once, waits until
everything has come to its end and checks that nothing was lost and nothing had its effect twice.
Runs on a broker and a database of its own, which are thrown away.

  --quick        ${QUICK.kills} kills over ${QUICK.articles} articles (otherwise ${FULL.kills} over ${FULL.articles})
  --kills N      as many kills
  --articles N   as many articles
  --seed N       repeat the choices of an earlier run
  --json         the report as one JSON object on standard output
  --save         also as docs/reports/chaos.md and .json, with day, commit, machine and versions
  --help         this text

Exit codes: 0 every invariant holds, 1 one is broken, 2 wrong usage, 3 the machine lacks something,
130 interrupted.
`;

/** The command line cannot be understood. */
export class UsageError extends Error {
  readonly code = 'ERR_CHAOS_USAGE';
  readonly exitCode = 2;
  constructor(message: string, options?: ErrorOptions) {
    super(`${message} See npm run chaos -- --help.`, options);
    this.name = 'UsageError';
  }
}

/**
 * @param randomSeed the seed when none is given
 * @throws UsageError
 */
export function parseOptions(args: string[], randomSeed: number): ChaosOptions {
  const values = parse(args);
  const size = values.quick ? QUICK : FULL;
  return {
    kills: wholeNumber('--kills', values.kills, size.kills),
    articles: wholeNumber('--articles', values.articles, size.articles),
    seed: wholeNumber('--seed', values.seed, randomSeed, 0),
    json: values.json,
    save: values.save,
    help: values.help,
  };
}

function wholeNumber(name: string, text: string | undefined, fallback: number, least = 1): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`${name} is "${text}": give it a whole number from ${least} on.`);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        kills: { type: 'string' },
        articles: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
        save: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}.`, { cause });
  }
}
