import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../stack/ports.js';
import type { Child, ChildSpec } from '../stack/processes/child.js';
import type { Stack } from '../stack/stack.js';
import { ServiceProcesses } from './service-processes.js';

/** A stack whose processes are only noted; each "service" answers at its port from its start on. */
class NotedStack {
  readonly started: ChildSpec[] = [];
  readonly killed: string[] = [];
  readonly kafkaBrokers = 'broker:1';
  readonly databaseUrl = 'postgres://database';
  readonly logFolder = '/logs';
  readonly servers: Server[] = [];
  readonly children: Child[] = [];

  readonly start = async (spec: ChildSpec): Promise<Child> => {
    this.started.push(spec);
    const port = Number(spec.env?.['TOCSIN_HTTP_PORT']);
    const server = createServer((_, response) => response.end('ok'));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    this.servers.push(server);
    let ended = false;
    const end = async () => {
      ended = true;
      this.killed.push(spec.name);
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
    };
    const { name, logFile } = spec;
    const exited = new Promise<never>(() => undefined);
    const hasExited = () => ended;
    const child = { name, pid: 0, logFile, exited, hasExited, stop: end, stopQuickly: end };
    this.children.push(child);
    return child;
  };
}

let stack: NotedStack;
let processes: ServiceProcesses;
let port: number;
beforeEach(async () => {
  stack = new NotedStack();
  port = await freePort();
  processes = new ServiceProcesses(
    stack as unknown as Stack,
    [{ name: 'store', port, setting: 'TOCSIN_STORE_PORT' }],
    { TOCSIN_SOMETHING: '1' },
    new AbortController().signal,
  );
});
afterEach(() => {
  for (const server of stack.servers) server.close();
});

describe('a service', () => {
  it('is started with the stack and the settings of the test', async () => {
    await processes.startAll();
    expect(stack.started[0]?.env).toMatchObject({
      KAFKA_BROKERS: 'broker:1',
      DATABASE_URL: 'postgres://database',
      TOCSIN_SOMETHING: '1',
      TOCSIN_HTTP_PORT: String(port),
    });
    expect((stack.servers[0]?.address() as AddressInfo).port).toBe(port);
  });

  it('that is killed is started again at once, with a log of its own', async () => {
    await processes.startAll();
    await processes.killAndRestart('store');
    await processes.ready('store');
    expect(stack.killed).toEqual(['store']);
    const logs = stack.started.map(({ logFile }) => logFile);
    expect(logs).toEqual(['/logs/store-1.log', '/logs/store-2.log']);
  });

  it('of two replicas is killed in turn', async () => {
    const second = await freePort();
    const plans = [port, second].map((each) => ({
      name: 'store' as const,
      port: each,
      setting: 'TOCSIN_STORE_PORT',
    }));
    const { signal } = new AbortController();
    const both = new ServiceProcesses(stack as unknown as Stack, plans, {}, signal);
    await both.startAll();
    for (let kill = 0; kill < 3; kill += 1) await both.killAndRestart('store');
    await both.ready('store');
    const ports = stack.started.map(({ env }) => Number(env?.['TOCSIN_HTTP_PORT']));
    expect(ports).toEqual([port, second, port, second, port]);
    await both.stopAll();
    expect(stack.killed).toHaveLength(5);
  });

  it('that was killed stays away until it is started again', async () => {
    await processes.startAll();
    expect(processes.pidsOf('store')).toEqual([0]);
    await processes.startAgain('store');
    expect(stack.started).toHaveLength(1);
    await processes.kill('store');
    expect(processes.ended()).toEqual([]);
    await processes.startAgain('store');
    await processes.ready('store');
    await processes.endGently('store');
    expect(stack.killed).toEqual(['store', 'store']);
  });

  it('that ends though nobody asked it to is told with its log', async () => {
    await processes.startAll();
    await stack.children[0]?.stopQuickly();
    expect(processes.ended()).toEqual(['the store ended by itself: see /logs/store-1.log']);
  });

  it('is joined by one more, which leaves without a trace', async () => {
    await processes.startAll();
    const guest = { name: 'store', port: await freePort(), setting: 'TOCSIN_STORE_PORT' } as const;
    await processes.join(guest);
    await processes.leave(guest);
    expect(stack.killed).toEqual(['store']);
    expect(processes.ended()).toEqual([]);
  });

  it('is not started on a port that another has', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    stack.servers.push(other);
    await expect(processes.startAll()).rejects.toMatchObject({ code: 'ERR_STACK_PORT_TAKEN' });
  });
});
