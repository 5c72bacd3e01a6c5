import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { atEnd, endOf, roughClient, roughServer } from '../testing/rough-server.js';

const FINE = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine';
const fine = (socket: Socket) => void socket.on('data', () => socket.write(FINE));
const get = (client: ReturnType<typeof roughClient>, host: string) =>
  endOf(client.get(new URL(`http://${host}/`)));

/** Hosts whose connections stay open for as long as the client wants. */
const patientHosts = async (count: number) =>
  (await Promise.all(Array.from({ length: count }, () => roughServer(fine)))).map(
    ({ host }) => host,
  );
const slowHost = async () => (await roughServer(() => undefined)).host;

describe('the sockets of a client', () => {
  it('are one per host, used again and again', async () => {
    const server = await roughServer(fine);
    const client = roughClient([server.host], { deadlineMs: 5_000 });
    for (let i = 0; i < 5; i++) expect(await get(client, server.host)).toBe('200 fine');
    await Promise.all([1, 2, 3].map(() => get(client, server.host)));
    expect([server.accepted(), client.openSockets]).toEqual([1, 1]);
  });

  it('are never more than the cap: the longest unused one makes room', async () => {
    const hosts = await patientHosts(6);
    const [first = '', second = ''] = hosts;
    const client = roughClient(hosts, { deadlineMs: 5_000, maxSockets: 2 });
    for (const host of [first, second, first, ...hosts.slice(2)]) {
      expect(await get(client, host)).toBe('200 fine');
      expect(client.openSockets).toBeLessThanOrEqual(2);
    }
  });

  it('are waited for in the order of asking when all are in use', async () => {
    const gates: (() => void)[] = [];
    const gated = () =>
      roughServer((socket) => socket.on('data', () => gates.push(() => void socket.write(FINE))));
    const hosts = await Promise.all([gated(), gated(), gated(), gated()]);
    const client = roughClient(
      hosts.map(({ host }) => host),
      { deadlineMs: 5_000, maxSockets: 1 },
    );
    const done: number[] = [];
    const all = hosts.map(({ host }, i) => get(client, host).then(() => done.push(i)));
    for (let i = 0; i < hosts.length; i++) {
      while (gates.length <= i) await sleep(5);
      expect(client.openSockets).toBe(1);
      gates[i]?.();
    }
    await Promise.all(all);
    expect(done).toEqual([0, 1, 2, 3]);
  });

  it('are not waited for beyond the deadline, which is nobody’s fault but ours', async () => {
    const slow = await slowHost();
    const [good = ''] = await patientHosts(1);
    const client = roughClient([slow, good], { deadlineMs: 300, maxSockets: 1 });
    const first = get(client, slow);
    await sleep(50);
    const late = get(client, good);
    await sleep(50);
    const second = get(client, slow);
    expect(await late).toBe('ERR_FETCH_HOST_BUSY');
    expect(await Promise.all([first, second])).toEqual(Array(2).fill('ERR_FETCH_TIMEOUT'));
    expect(await get(client, good)).toBe('200 fine');
  });

  it('are given up, even half open, when nobody waits for them any more', async () => {
    const client = roughClient([], {
      deadlineMs: 50,
      connectTimeoutMs: 60_000,
      resolve: () => undefined,
    });
    expect(await get(client, 'never.example')).toBe('ERR_FETCH_TIMEOUT');
    await sleep(50);
    expect(client.openSockets).toBe(0);
  });

  it('are all closed with the client, and those who wait are told', async () => {
    const slow = await slowHost();
    const client = roughClient([slow, '127.0.0.1:1'], { deadlineMs: 5_000, maxSockets: 1 });
    const ends = [get(client, slow), get(client, '127.0.0.1:1')];
    await sleep(50);
    await client.close();
    expect(await Promise.all(ends)).toEqual([
      expect.stringMatching(/^ERR_FETCH_/),
      'ERR_FETCH_HOST_BUSY',
    ]);
    expect(client.openSockets).toBe(0);
  });
});

/** Bytes in use, what nobody needs any more cleared away. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** Many origins by few ports: all of 127.0.0.0/8 is this machine. */
async function origins(count: number): Promise<string[]> {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  atEnd(() => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  });
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const address = `127.7.${i >> 8}.${i & 255}`;
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
        fine(socket);
      });
      servers.push(server);
      await new Promise<void>((listening) => server.listen(0, address, listening));
      return `${address}:${(server.address() as { port: number }).port}`;
    }),
  );
}

describe('a client that visits thousands of origins once', () => {
  it('keeps nothing of them', async () => {
    const hosts = await origins(3_000);
    const client = roughClient(hosts, { deadlineMs: 20_000, maxSockets: 64 });
    const visit = async (some: string[]) => {
      let most = 0;
      for (let i = 0; i < some.length; i += 50) {
        const ends = await Promise.all(some.slice(i, i + 50).map((host) => get(client, host)));
        expect(new Set(ends)).toEqual(new Set(['200 fine']));
        most = Math.max(most, client.openSockets);
      }
      return most;
    };
    await visit(hosts.slice(0, 1_000));
    const before = heap();
    expect(await visit(hosts.slice(1_000))).toBeLessThanOrEqual(64);
    // A kilobyte for each would already be more.
    expect(heap() - before).toBeLessThan(2_000_000);
    await client.close();
    expect(client.openSockets).toBe(0);
  }, 60_000);
});
