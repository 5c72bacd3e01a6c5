import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startFarm, type Site } from './farm.js';

/** What the control endpoint's `/progress` answers. */
export interface FarmProgress {
  readonly distinctPages: number;
  readonly requests: number;
  readonly connections: number;
}

/** What the process tells its parent once all hosts listen. */
export interface FarmReady {
  readonly control: string;
  readonly hosts: readonly string[];
}

/**
 * A farm as a process of its own, so that its CPU time can be told from that of those who ask it.
 * Its control endpoint answers `POST /open`, `GET /progress`, `GET /summary?delay=MS`, `GET /log`.
 * Ends with its parent.
 *
 * @param sitesOf what is given resolves when the sites are to answer
 */
export async function serveFarm(sitesOf: (opened: Promise<void>) => Site[]): Promise<void> {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const farm = await startFarm(sitesOf(opened));
  const answer = (url: URL): unknown => {
    const { log, connections } = farm;
    switch (url.pathname) {
      case '/open':
        open();
        return { at: performance.now() };
      case '/progress':
        return { distinctPages: log.distinctPages, requests: log.requests.length, connections };
      case '/summary':
        return log.summary(Number(url.searchParams.get('delay')));
      default:
        return { at: performance.now(), requests: log.requests };
    }
  };
  const control = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(new URL(request.url ?? '/', 'http://control'))));
  });
  control.listen(0, '127.0.0.1', () => {
    const { port } = control.address() as AddressInfo;
    const ready: FarmReady = { control: `http://127.0.0.1:${port}`, hosts: farm.hosts };
    process.send?.(ready);
  });
  process.once('disconnect', () => process.exit());
}
