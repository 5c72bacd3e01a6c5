import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import type { ExportWriter, Write } from '../exporting/export-writer.js';
import { pagesOf } from '../exporting/pages.js';
import { parquetWriter } from '../exporting/parquet-writer.js';
import { csvWriter, geojsonWriter, linesWriter } from '../exporting/text-writers.js';
import { printJson, printLine } from '../io/print.js';
import { writeWhole } from '../io/write-whole.js';
import type { Done } from '../program.js';

const HELP = `
Filters are those of GET /v1/incidents, as name=value: country, type, from, to, text, killedMin … (docs/openapi.json).
csv has ACLED's columns and holds political incidents only, ucdp has UCDP GED's. With --json one object
{file, incidents, bytes}. Examples:
  npx tocsin export --format parquet --out incidents.parquet
  npx tocsin export --format csv --out riots.csv country=KAZ type=Riots from=2022-01-01`;

/** The list that each format is made of, and what makes it: text, or a file of its own. */
const FORMATS: Readonly<
  Record<string, { readonly list: string; readonly make?: (write: Write) => ExportWriter }>
> = {
  parquet: { list: 'v1/incidents' },
  csv: { list: 'v1/incidents.csv', make: csvWriter },
  ucdp: { list: 'v1/incidents.ucdp.csv', make: csvWriter },
  geojson: { list: 'v1/incidents.geojson', make: geojsonWriter },
  plover: { list: 'v1/incidents.plover.jsonl', make: linesWriter },
};

interface Flags {
  readonly format: string;
  readonly out: string;
  readonly json?: true;
}

/** `tocsin export`: incidents as a file. */
export function exportCommand(program: Command, context: Context, done: Done): void {
  program
    .command('export')
    .description('write incidents as a Parquet, CSV, GeoJSON or PLOVER file')
    .argument('[filters...]', 'name=value, as the API takes them')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(Object.keys(FORMATS))
        .makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'write to this file')
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', HELP)
    .action(async (given: readonly string[], { format, out, json }: Flags) => {
      const filters = filtersOf(given);
      const incidents = await writeWhole(out, (part) => write(context, format, filters, part));
      const { size: bytes } = await stat(out);
      if (json) await printJson(context.stdout, { file: out, incidents, bytes });
      else await printLine(context.stderr, `${incidents} incidents in ${out}.`);
      done(ExitCode.done);
    });
}

/** @throws CliError ERR_CLI_USAGE */
function filtersOf(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((filter) => {
      const [, name, value] = /^([A-Za-z0-9]+)=(.+)$/s.exec(filter) ?? [];
      if (name !== undefined && value !== undefined) return [name, value];
      throw new CliError('ERR_CLI_USAGE', `"${filter}" is no filter: write name=value.`);
    }),
  );
}

async function write(
  context: Context,
  format: string,
  filters: Readonly<Record<string, string>>,
  file: string,
): Promise<number> {
  const { list, make } = FORMATS[format] as (typeof FORMATS)[string];
  const pages = pagesOf(context.config(), list, filters);
  if (!make) return writeAll(pages, parquetWriter(file));
  const out = createWriteStream(file);
  const broken = new Promise<never>((_, reject) => out.once('error', reject));
  broken.catch(() => undefined);
  try {
    const write = (text: string) => Promise.race([printText(out, text), broken]);
    const incidents = await writeAll(pages, make(write));
    out.end();
    await finished(out);
    return incidents;
  } finally {
    out.destroy();
  }
}

const printText = (out: NodeJS.WritableStream, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (out.write(text)) resolve();
    else out.once('drain', resolve);
  });

async function writeAll(pages: AsyncIterable<string>, writer: ExportWriter): Promise<number> {
  for await (const page of pages) await writer.add(page);
  return writer.end();
}
