import { parseArgs } from 'node:util';

/** The command line cannot be understood. */
export class BenchUsageError extends Error {
  readonly code = 'ERR_BENCH_USAGE';
  readonly exitCode = 2;
  constructor(message: string, options?: ErrorOptions) {
    super(`${message} See npm run bench -- --help.`, options);
    this.name = 'BenchUsageError';
  }
}

type Defaults = Readonly<Record<string, number | readonly number[]>>;
type Numbers<D extends Defaults> = { [N in keyof D]: D[N] extends number ? number : number[] };
type Texts<T extends string> = { [N in T]?: string };

/**
 * Options that are whole numbers, `--name 1`, or lists of them, `--name 1,2`; others are refused.
 *
 * @param defaults by name, without the dashes; a list where a list is taken
 * @param texts names of options that are no numbers and have no default
 * @throws BenchUsageError
 */
export function benchOptions<D extends Defaults, T extends string = never>(
  args: readonly string[],
  defaults: D,
  texts: readonly T[] = [],
): Numbers<D> & Texts<T> {
  const given = parse(args, [...Object.keys(defaults), ...texts]);
  const entries = Object.entries(defaults).map(([name, fallback]) => {
    const text = given[name];
    if (text === undefined) return [name, fallback];
    const values = numbersOf(name, text);
    if (Array.isArray(fallback)) return [name, values];
    if (values.length === 1) return [name, values[0]];
    throw new BenchUsageError(`--${name} is "${text}": give it one number.`);
  });
  const named = texts.map((name) => [name, given[name]]);
  return Object.fromEntries([...entries, ...named]) as Numbers<D> & Texts<T>;
}

function numbersOf(name: string, text: string): number[] {
  return text.split(',').map((part) => {
    const value = Number(part);
    if (part.trim() !== '' && Number.isSafeInteger(value) && value >= 0) return value;
    throw new BenchUsageError(`--${name} is "${text}": give it whole numbers.`);
  });
}

function parse(args: readonly string[], names: readonly string[]) {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
    return parseArgs({ args: [...args], options }).values as Record<string, string | undefined>;
  } catch (cause) {
    throw new BenchUsageError(`${(cause as Error).message}.`, { cause });
  }
}
