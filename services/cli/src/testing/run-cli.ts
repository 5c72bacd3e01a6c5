import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable, Writable } from 'node:stream';
import { loadConfig } from '@tocsin/config';
import { withPrefix } from '@tocsin/contracts';
import { run } from '../program.js';
import { cliSettings } from '../settings.js';

/** What a command line did. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Stdout's lines as JSON. */
  readonly json: readonly Record<string, unknown>[];
}

/** Processes run what is built: `npm run build` comes first. */
const EXTRACT_WORKER = new URL('../../dist/documents/extract.worker.js', import.meta.url);

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

interface RunOptions {
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  /** Put before the topics' names. */
  readonly prefix?: string;
}

/** Runs a command line in this process, with these settings and nothing of the environment. */
export async function runCli(
  args: readonly string[],
  { env = {}, stdin = '', prefix = '' }: RunOptions = {},
): Promise<Ran> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const exitCode = await run(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    config: () => loadConfig({ cli: cliSettings }, env).cli,
    extractWorker: EXTRACT_WORKER,
    naming: withPrefix(prefix),
  });
  return {
    exitCode,
    stdout: stdout.text,
    stderr: stderr.text,
    get json() {
      return linesOf(stdout.text);
    },
  };
}

export const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

export const jsonl = (...lines: readonly object[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

const servers: Server[] = [];

/** Serves on a free port until `closeServers`. */
export async function serve(listener: RequestListener): Promise<{ url: string; host: string }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}`, host };
}

export async function closeServers(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A port on which nobody listens: the discard port of a machine without one. */
export const NOBODY = 'http://127.0.0.1:9';
