import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AddressPolicy } from './address-policy.js';
import type { Resolve } from './dns-resolve.js';
import { guardedConnector } from './guarded-connector.js';
import { HttpClient } from './http-client.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A resolver that answers what a spec wants, counting how often it is asked. */
function resolver(...answers: string[][]) {
  const asked: string[] = [];
  const resolve: Resolve = (hostname, _, answer) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { asked, resolve };
}

/** The code that a fetch of `url` ends with when names resolve like this. */
async function codeFor(url: string, resolve: Resolve, allow: string[] = []): Promise<string> {
  const limits = {
    deadlineMs: 500,
    connectTimeoutMs: 300,
    maxBodyBytes: 1_000,
    maxHeaderBytes: 16_384,
  };
  const client = new HttpClient(new AddressPolicy(allow), 'TocsinBot/0.1', { ...limits, resolve });
  closers.push(() => client.close());
  return client.get(new URL(url)).then(
    ({ status }) => String(status),
    (error: { code: string }) => error.code,
  );
}

describe('a name', () => {
  it.each([
    [['127.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
    [['::ffff:7f00:1']],
    [['2606:4700::1111', '::1']],
    [['fe80::1%eth0']],
    [['169.254.169.254']],
    [['not an address']],
  ])('is refused when any of its addresses is: %j', async (addresses) => {
    const { asked, resolve } = resolver(addresses);
    expect(await codeFor('http://rebind.example/', resolve)).toBe('ERR_FETCH_ADDRESS');
    expect(asked).toEqual(['rebind.example']);
  });

  it('that resolves to nothing is a failure', async () => {
    expect(await codeFor('http://empty.example/', resolver([]).resolve)).toMatch(/^ERR_FETCH_/);
  });

  it('is no way round an exception, which names host and port', async () => {
    const server: Server = createServer((socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    closers.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const { resolve } = resolver(['127.0.0.1']);
    const allow = [`127.0.0.1:${port}`];
    expect(await codeFor(`http://127.0.0.1:${port}/`, resolve, allow)).toBe('204');
    expect(await codeFor(`http://localhost:${port}/`, resolve, allow)).toBe('ERR_FETCH_PORT');
    expect(await codeFor('http://localhost/', resolve, allow)).toBe('ERR_FETCH_ADDRESS');
  });
});

describe('a name that changes its mind', () => {
  it('between the check and the connection is found out before anything is asked', async () => {
    const heard: Buffer[] = [];
    const accepted: number[] = [];
    const server = createServer((socket) => {
      accepted.push(1);
      socket.on('data', (bytes) => heard.push(bytes)).on('error', () => undefined);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    closers.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    let reads = 0;
    const address = () => (reads++ === 0 ? '8.8.8.8' : '127.0.0.1');
    const rebind = Object.defineProperty({ family: 4 }, 'address', { get: address });
    const connect = guardedConnector(new AddressPolicy([]), {
      timeoutMs: 1_000,
      resolve: (_, __, answer) => answer(null, [rebind as LookupAddress]),
    });
    const error = await new Promise((done) =>
      connect(
        { hostname: 'rebind.example', protocol: 'http:', port: String(port) },
        (...[refusal]) => done(refusal),
      ),
    );
    expect(error).toMatchObject({ code: 'ERR_FETCH_ADDRESS' });
    expect([accepted.length, heard.length]).toEqual([1, 0]);
  });
});

describe('a literal', () => {
  it('never reaches the resolver and is refused all the same', async () => {
    const { asked, resolve } = resolver(['8.8.8.8']);
    for (const url of [
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://0x7f.1/',
      'http://[::ffff:a00:1]/',
    ])
      expect(await codeFor(url, resolve)).toBe('ERR_FETCH_ADDRESS');
    expect(asked).toEqual([]);
  });
});
