import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { decode } from '@tocsin/contracts';
import { headerText } from '@tocsin/messaging';
import type { Command } from 'commander';
import { readTable, type TopicTable } from '../broker/read-table.js';
import { withBroker } from '../broker/with-broker.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { printJson, printLine } from '../io/print.js';
import { writeWhole } from '../io/write-whole.js';
import type { Done } from '../program.js';

const HELP = `
JSON lines: {kind: "snapshot", topic, at, offsets{partition: offset}}, {kind: "incident", incident} for each active
incident, {kind: "end", incidents}. Whoever reads the topic from those offsets on, and keeps the higher revision,
misses nothing. Example:
  npx tocsin snapshot --out incidents.jsonl`;

/** `tocsin snapshot`: the public topic as a table, with the offsets from which to go on. */
export function snapshotCommand(program: Command, context: Context, done: Done): void {
  program
    .command('snapshot')
    .description('write the live incidents of the public topic, with the offsets to go on from')
    .requiredOption('--out <file>', 'write to this file')
    .option('--json', 'one JSON object on stdout: {file, incidents, offsets}')
    .addHelpText('after', HELP)
    .action(async ({ out, json }: { out: string; json?: true }) => {
      const topic = context.naming.physical('incident-updated');
      const table = await withBroker(context, (broker) => readTable(broker, topic));
      const incidents = await writeWhole(out, (part) => writeTable(part, topic, table));
      const offsets = offsetsOf(table);
      if (json) await printJson(context.stdout, { file: out, incidents, offsets });
      else await printLine(context.stderr, `${incidents} incidents in ${out}.`);
      done(ExitCode.done);
    });
}

const offsetsOf = ({ next }: TopicTable): Record<string, string> =>
  Object.fromEntries([...next].sort(([a], [b]) => a - b).map(([at, offset]) => [at, `${offset}`]));

async function writeTable(file: string, topic: string, table: TopicTable): Promise<number> {
  const out = createWriteStream(file);
  const broken = new Promise<never>((_, reject) => out.once('error', reject));
  broken.catch(() => undefined);
  try {
    const incidents = await Promise.race([writeLines(out, topic, table), broken]);
    out.end();
    await finished(out);
    return incidents;
  } finally {
    out.destroy();
  }
}

async function writeLines(out: Writable, topic: string, table: TopicTable): Promise<number> {
  const at = new Date().toISOString();
  await writeLine(out, { kind: 'snapshot', topic, at, offsets: offsetsOf(table) });
  let incidents = 0;
  for (const record of table.newest.values()) {
    if (record.value === null) continue;
    const version = headerText(record, 'schema-version');
    const incident = decode('incident-updated', version, record.value);
    if (incident.lifecycle !== 'active') continue;
    incidents += 1;
    await writeLine(out, { kind: 'incident', incident });
  }
  await writeLine(out, { kind: 'end', incidents });
  return incidents;
}

const writeLine = (out: Writable, value: object): Promise<void> =>
  printLine(out, JSON.stringify(value));
