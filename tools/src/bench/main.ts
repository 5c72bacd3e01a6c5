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
  const { report, text } = await part.run(
    options.filter((option) => option !== '--json'),
    onInterrupt().signal,
  );
  process.stdout.write(options.includes('--json') ? `${JSON.stringify(report)}\n` : text);
  return 0;
}
