import { parseArgs } from 'node:util';
import { FAULTS } from './faults/table.js';

/** The test that is not of the table: many kills under many articles, on a line of its own. */
export const KILLS = 'kills';

export interface ChaosOptions {
  /** By name, in the order in which they are made. */
  readonly tests: readonly string[];
  /** Go on with what an interrupted run left. */
  readonly resume: boolean;
  /** Only tell which tests there are. */
  readonly list: boolean;
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

Strikes a running line while articles are on their way, waits until everything has come to its end and checks
that nothing was lost and nothing had its effect twice. First random services are killed (kill -9), then come the
other fault tests, one after the other. Runs on a broker and a database of its own, which are thrown away.

  --list         the fault tests by name
  --tests A,B    these alone; "${KILLS}" names the kills
  --subset       what takes no more than a quarter of an hour: without the kills and other long ones
  --quick        only ${QUICK.kills} kills over ${QUICK.articles} articles (otherwise ${FULL.kills} over ${FULL.articles})
  --kills N      only the kills, and as many
  --articles N   only the kills, under as many articles
  --resume       go on with the tests that an interrupted run left
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
    tests: testsOf(values),
    resume: values.resume,
    list: values.list,
    kills: wholeNumber('--kills', values.kills, size.kills),
    articles: wholeNumber('--articles', values.articles, size.articles),
    seed: wholeNumber('--seed', values.seed, randomSeed, 0),
    json: values.json,
    save: values.save,
    help: values.help,
  };
}

function testsOf({ tests, subset, quick, kills, articles }: ReturnType<typeof parse>): string[] {
  const names = [KILLS, ...FAULTS.map(({ name }) => name)];
  if (tests !== undefined) {
    const asked = tests.split(',').map((name) => name.trim());
    const unknown = asked.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new UsageError(`There is no test "${unknown}".`);
    return names.filter((name) => asked.includes(name));
  }
  if (subset) return FAULTS.flatMap(({ name, isExtra }) => (isExtra ? [] : [name]));
  if (quick || kills !== undefined || articles !== undefined) return [KILLS];
  return names;
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
        tests: { type: 'string' },
        subset: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        resume: { type: 'boolean', default: false },
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
