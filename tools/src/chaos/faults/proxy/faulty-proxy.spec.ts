import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Conversation, FaultyProxy } from './faulty-proxy.js';

/** Every chunk is a request and its answer. */
function plain(): Conversation<string> {
  const silenced = new Set<string>();
  return {
    asked: (chunk) => [{ bytes: chunk, request: chunk.toString() }],
    silence: (request) => void silenced.add(request),
    answered: (chunk) => (silenced.delete(chunk.toString()) ? Buffer.alloc(0) : chunk),
  };
}

describe('a proxy between a service and what it needs', () => {
  let echo: Server;
  let proxy: FaultyProxy<string>;
  let heard: string[];
  const clients: Socket[] = [];

  beforeEach(async () => {
    heard = [];
    echo = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .on('data', (chunk) => {
          heard.push(chunk.toString());
          socket.write(chunk);
        }),
    ).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = await FaultyProxy.open(plain);
    proxy.target = (echo.address() as AddressInfo).port;
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await proxy.close();
    echo.close();
  });

  async function joined(): Promise<Socket> {
    const client = connect(proxy.port, '127.0.0.1').on('error', () => undefined);
    clients.push(client);
    await once(client, 'connect');
    return client;
  }
  const ask = async (client: Socket, text: string, limitMs = 200) => {
    const answer = once(client, 'data').then(([chunk]) => String(chunk));
    client.write(text);
    return Promise.race([answer, sleep(limitMs, 'silence')]);
  };

  it('passes everything on while nothing is wrong', async () => {
    expect(await ask(await joined(), 'hello')).toBe('hello');
    expect(proxy.connections).toBe(1);
  });

  it('delays both ways, and keeps the order', async () => {
    const client = await joined();
    proxy.delayMs = 40;
    const startedAt = Date.now();
    expect(await ask(client, 'slow', 1_000)).toBe('slow');
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(75);
  });

  it('cuts what is open, and lets new connections in', async () => {
    const client = await joined();
    await ask(client, 'hello');
    const closed = once(client, 'close');
    expect(proxy.cut()).toBe(1);
    await closed;
    expect(await ask(await joined(), 'again')).toBe('again');
  });

  it('leaves connections open on which nothing comes any more, also after it is healed', async () => {
    const client = await joined();
    await ask(client, 'hello');
    expect(proxy.halfOpen()).toBe(1);
    expect(await ask(client, 'lost')).toBe('silence');
    proxy.heal();
    expect(await ask(client, 'lost too')).toBe('silence');
    expect(client.destroyed).toBe(false);
    expect(heard).toEqual(['hello']);
    expect(await ask(await joined(), 'new')).toBe('new');
  });

  it('swallows new connections when told so', async () => {
    proxy.swallowsNew = true;
    expect(await ask(await joined(), 'hello')).toBe('silence');
    proxy.heal();
    expect(await ask(await joined(), 'hello')).toBe('hello');
  });

  it('drops a request, or its answer alone', async () => {
    const client = await joined();
    proxy.onRequest((request) => (request === 'a' ? 'drop' : 'drop-reply'));
    expect(await ask(client, 'a')).toBe('silence');
    expect(await ask(client, 'b')).toBe('silence');
    expect(heard).toEqual(['b']);
    proxy.heal();
    expect(await ask(client, 'c')).toBe('c');
  });

  it('cuts after a request was heard and before its answer comes', async () => {
    const client = await joined();
    proxy.onRequest(() => 'cut-before-reply');
    const closed = once(client, 'close');
    expect(await ask(client, 'done?')).toBe('silence');
    await closed;
    expect(heard).toEqual(['done?']);
  });

  it('tells a client that its server is gone', async () => {
    const client = await joined();
    await ask(client, 'hello');
    proxy.target = 1;
    const other = await joined();
    await once(other, 'close');
    expect(proxy.connections).toBe(1);
  });
});
