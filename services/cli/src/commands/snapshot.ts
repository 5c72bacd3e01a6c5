import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { decode } from '@tocsin/contracts';
import { headerText, type Broker, type RawMessage } from '@tocsin/messaging';
import type { Command } from 'commander';
import { readTopic } from '../broker/read-topic.js';
import { withBroker } from '../broker/with-broker.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { NewestLines } from '../io/newest-lines.js';
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
      const { incidents, offsets } = await withBroker(context, (broker) => {
        return writeWhole(out, (part) => writeTable(part, broker, topic));
      });
      if (json) await printJson(context.stdout, { file: out, incidents, offsets });
      else await printLine(context.stderr, `${incidents} incidents in ${out}.`);
      done(ExitCode.done);
    });
}

interface Written {
  readonly incidents: number;
  readonly offsets: Readonly<Record<string, string>>;
}

/** However many there are: what was read lies in a file beside it, until it is known which records are the newest. */
async function writeTable(file: string, broker: Broker, topic: string): Promise<Written> {
  const at = new Date().toISOString();
  const lines = await NewestLines.create(`${file}.read`);
  try {
    const next = await readTopic(broker, topic, (record) =>
      lines.put(String(record.key), lineOf(record)),
    );
    const offsets = Object.fromEntries(
      [...next].sort(([a], [b]) => a - b).map(([partition, offset]) => [partition, `${offset}`]),
    );
    await pipeline(
      partsOf(lines, { kind: 'snapshot', topic, at, offsets }),
      createWriteStream(file),
    );
    return { incidents: lines.size, offsets };
  } finally {
    await lines.close();
  }
}

/** Null: it is not one of the live ones, or no more. */
function lineOf(record: RawMessage): string | null {
  if (record.value === null) return null;
  const version = headerText(record, 'schema-version');
  const incident = decode('incident-updated', version, record.value);
  return incident.lifecycle === 'active' ? JSON.stringify({ kind: 'incident', incident }) : null;
}

async function* partsOf(lines: NewestLines, first: object): AsyncGenerator<string> {
  yield `${JSON.stringify(first)}\n`;
  for await (const line of lines.newest()) yield `${line}\n`;
  yield `${JSON.stringify({ kind: 'end', incidents: lines.size })}\n`;
}
