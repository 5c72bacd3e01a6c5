import { Agent, interceptors, request, type Dispatcher } from 'undici';

/** What one process of the bare pool is to do; travels as JSON. */
export interface BarePlan {
  /** As `host:port`. */
  readonly hosts: readonly string[];
  /** What is asked of each host, one after the other. */
  readonly paths: readonly string[];
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** All of a host before the next host, or one request of each host in turn. */
  readonly order: 'host-by-host' | 'in-turn';
}

/** The same headers as our own client's: the server's work and the bytes must not differ. */
const HEADERS = {
  'user-agent': 'TocsinBot/0.1',
  accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8',
  'accept-encoding': 'gzip, deflate, br, zstd',
};

/**
 * Asks every host for every path, one request at a time for each host, reads and decompresses the
 * answers, and does nothing else: what undici alone needs for the fetcher's requests.
 *
 * @returns decoded bytes
 */
export async function runBarePool({ hosts, paths, concurrency, order }: BarePlan): Promise<number> {
  const agent = new Agent({ connections: 1, pipelining: 1, keepAliveTimeout: 4_000 });
  const dispatcher = agent.compose(interceptors.decompress());
  const waiting = hosts.map((host) => ({ host, next: 0 }));
  let bytes = 0;
  const worker = async () => {
    for (let turn = waiting.shift(); turn; turn = waiting.shift()) {
      do {
        const got = await get(`http://${turn.host}${paths[turn.next++]}`, dispatcher);
        bytes += got;
      } while (order === 'host-by-host' && turn.next < paths.length);
      if (turn.next < paths.length) waiting.push(turn);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  await agent.close();
  return bytes;
}

async function get(url: string, dispatcher: Dispatcher): Promise<number> {
  const { statusCode, body } = await request(url, { dispatcher, headers: HEADERS });
  const { byteLength } = await body.arrayBuffer();
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}.`);
  return byteLength;
}
