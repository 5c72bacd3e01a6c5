import { saveReport } from '../reports/save-report.js';
import { onInterrupt } from '../stack/interrupt.js';
import { DEFAULT_PART, parts } from './parts.js';

const INDENT = 16;

function help(): string {
  const lines = Object.entries(parts).flatMap(([name, part]) =>
    part.help.map((line, i) => (i === 0 ? `  ${name}` : '').padEnd(INDENT) + line),
  );
  return `npm run bench -- [PART] [options]

Parts
${lines.join('\n')}

  --json      the report as one JSON object
  --save      also as docs/reports/bench-PART.md and .json, with day, commit, machine and versions
  --help      this text
`;
}

/**
 * `npm run bench`.
 *
 * @returns the exit code: 0 done, 2 no such part
 */
export async function main(args: string[]): Promise<number> {
  const [name = DEFAULT_PART, ...options] = args[0]?.startsWith('--')
    ? [DEFAULT_PART, ...args]
    : args;
  if (args.includes('--help')) {
    process.stdout.write(help());
    return 0;
  }
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) {
    process.stderr.write(`There is no part "${name}". [ERR_BENCH_USAGE]\n${help()}`);
    return 2;
  }
  const own = options.filter((option) => option !== '--json' && option !== '--save');
  const { report, text } = await part.run(own, onInterrupt().signal);
  if (options.includes('--save')) {
    const command = `npm run bench -- ${[name, ...withoutPaths(own)].join(' ')}`;
    saveReport({ name: `bench-${name}`, title: `Bench: ${name}`, command, text, report });
  }
  process.stdout.write(options.includes('--json') ? `${JSON.stringify(report)}\n` : text);
  return 0;
}

/** Where the test sets lie is each machine's own matter. */
const withoutPaths = (options: readonly string[]): string[] =>
  options.map((option, at) => (options[at - 1] === '--data' ? 'DIR' : option));
