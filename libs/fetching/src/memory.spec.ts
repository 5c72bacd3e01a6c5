import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { coded, drip, flood, head, send } from './testing/misbehaviours.js';
import { roughServer, type Misbehaviour } from './testing/rough-server.js';

interface Round {
  /** Megabytes of the whole process. */
  readonly rss: number;
  readonly sockets: number;
  readonly ends: readonly string[];
}

const zeros = Buffer.alloc(80_000_000);
const chunk = Buffer.alloc(64 * 1024, 'news ');
const TOO_LARGE = 'ERR_FETCH_TOO_LARGE';

const abuse: readonly (readonly [Misbehaviour, string])[] = [
  [coded('gzip', gzipSync(zeros)), TOO_LARGE],
  [coded('zstd', zstdCompressSync(zeros)), TOO_LARGE],
  [coded('br', brotliCompressSync(zeros)), TOO_LARGE],
  [coded('deflate', deflateSync(zeros)), TOO_LARGE],
  [coded('gzip, gzip', gzipSync(gzipSync(zeros))), TOO_LARGE],
  [flood(head(), chunk), TOO_LARGE],
  [flood(head('Content-Encoding: gzip'), gzipSync(zeros.subarray(0, 1e6))), TOO_LARGE],
  [flood(head('Transfer-Encoding: chunked'), `10000\r\n${chunk}\r\n`), TOO_LARGE],
  [flood('HTTP/1.1 200 OK\r\n', 'a: b\r\n'.repeat(500)), 'ERR_FETCH_PROTOCOL'],
  [flood(`${head('Transfer-Encoding: chunked')}1;`, chunk), 'ERR_FETCH_PROTOCOL'],
  [drip(head(), 'x'), 'ERR_FETCH_TIMEOUT'],
  [send(head('Content-Length: 9000000'), zeros.subarray(0, 9_000_000)), '200 9000000'],
];
/** Each of them thrice, but for the drip, which only takes its time. */
const visits = [...abuse, ...[...abuse, ...abuse].filter(([, end]) => end !== 'ERR_FETCH_TIMEOUT')];
const ROUNDS = 4;

/** A process of its own with little memory fetches all of it, round after round. */
async function rounds(): Promise<Round[]> {
  const servers = await Promise.all(visits.map(([server]) => roughServer(server)));
  const urls = servers.map(({ host }) => `http://${host}/`);
  const script = fileURLToPath(new URL('testing/abused-client.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--max-old-space-size=96', script, String(ROUNDS)],
    ...urls,
  ]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Round);
}

describe('a process that is sent bombs, floods and drips', () => {
  it('lives on with little memory, round after round', async () => {
    const all = await rounds();
    expect(all).toHaveLength(ROUNDS);
    const expected = visits.map(([, end]) => end);
    for (const { ends, sockets } of all) {
      expect(ends).toEqual(expected);
      expect(sockets).toBeLessThanOrEqual(8);
    }
    const [, warm = 0, ...later] = all.map(({ rss }) => rss);
    // Six bodies at their cap, as they came and decoded, are 120 MB; with those of each round kept it
    // would be hundreds.
    expect(Math.max(...later) - warm).toBeLessThan(60);
    expect(Math.max(warm, ...later)).toBeLessThan(400);
  }, 120_000);
});
