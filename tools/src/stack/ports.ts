import { createServer } from 'node:net';
import { StackError } from './errors.js';

/** Below the range that the kernel gives to outgoing connections, which could take a port from us. */
const FIRST = 20_000;
const COUNT = 10_000;

/** Whether a server could listen on that port of the loopback address now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)));
  });
}

/** A free port of the loopback address, different from those already `chosen`. */
export async function freePort(chosen: ReadonlySet<number> = new Set()): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (!chosen.has(port) && (await isPortFree(port))) return port;
  }
}

/** As many different free ports as asked for. */
export async function freePorts(count: number): Promise<number[]> {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(await freePort(chosen));
  return [...chosen];
}

/**
 * @param setting name of the setting that moves the port
 * @throws StackError ERR_STACK_PORT_TAKEN
 */
export async function assertPortFree(port: number, what: string, setting: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new StackError(
    'ERR_STACK_PORT_TAKEN',
    `Port ${port} for ${what} is taken by another process: stop that process or set ${setting} to a free port.`,
  );
}
