import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { HttpClient, type HttpClientOptions } from './http/http-client.js';
import { MemoryHostLeases } from './polite/memory-host-leases.js';
import { MemoryRobotsCache } from './polite/memory-robots-cache.js';
import { PoliteClient } from './polite/polite-client.js';
import { Turns } from './polite/turns.js';
import { AnyPort, canary, CANARY_ADDRESSES } from './testing/canary.js';
import { atEnd, endOf, LIMITS } from './testing/rough-server.js';
import { redirect, site } from './testing/site.js';

function client(allowed: readonly string[], options: HttpClientOptions = {}): PoliteClient {
  const limits = { ...LIMITS, deadlineMs: 2_000, ...options };
  const http = new HttpClient(new AnyPort(allowed), 'TocsinBot/0.1', limits);
  atEnd(() => http.close());
  const politeness = { hostDelayMs: 0, robotsAgent: 'TocsinBot', maxRedirects: 5 };
  const turns = new Turns(new MemoryHostLeases(), 2_000);
  return new PoliteClient(http, turns, new MemoryRobotsCache(), politeness);
}

/** Spellings of 127.0.0.1 that URLs allow. */
const SPELLINGS = [
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '0x7f.0.0.1',
  '0x7f.1',
  '0x7f000001',
  '0X7F000001',
  '0177.0.0.1',
  '0177.1',
  '017700000001',
  '2130706433',
  '0x7f.0.0x0.1',
  '127.0.0.0x1',
  '%31%32%37.0.0.1',
  '127%2e0.0.1',
  '１２７.0.0.1',
  '127。0。0。1',
  '①②⑦.0.0.1',
];
/** Other ways to this machine. */
const OTHERS = [
  '127.0.0.2',
  '127.2',
  '127.255.255.254',
  '0.0.0.0',
  '0',
  '0x0',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'ip6-localhost',
];
const ALL = [...SPELLINGS, ...OTHERS];

/** As a header can carry it. */
const ascii = (url: string) => url.replace(/[^\x00-\x7f]/g, encodeURIComponent);

const REFUSED = /^ERR_FETCH_(ADDRESS|DNS|URL)$/;

describe('an address that is not public', () => {
  it('sees no packet, however it is spelled', async () => {
    const { port, sightings } = await canary();
    const polite = client([]);
    for (const host of ALL)
      for (const scheme of ['http', 'https'])
        for (const ask of [polite.fetch.bind(polite), probed(polite)])
          expect([host, await endOf(ask(`${scheme}://${host}:${port}/x`))]).toEqual([
            host,
            expect.stringMatching(REFUSED),
          ]);
    await sleep(50);
    expect(sightings).toEqual([]);
  });

  it('sees no packet when a page, or its robots.txt, redirects to it', async () => {
    const { port, sightings } = await canary();
    for (const host of ALL) {
      const target = ascii(`http://${host}:${port}/x`);
      const page = await site({ '/': redirect(target) });
      expect(await endOf(client([page.host]).fetch(`${page.origin}/`))).toMatch(REFUSED);
      const robots = await site({ '/robots.txt': redirect(target) });
      expect(await endOf(client([robots.host]).fetch(`${robots.origin}/`))).toBe(
        'ERR_FETCH_ROBOTS_UNREACHABLE',
      );
    }
    await sleep(50);
    expect(sightings).toEqual([]);
  });

  it('sees no packet when a name leads to it, alone or among public ones', async () => {
    const { port, sightings } = await canary();
    const unsafe = [...CANARY_ADDRESSES, '0.0.0.0', '::', '::ffff:127.0.0.1', '::127.0.0.1'];
    const rounds = unsafe.flatMap((address) => [
      [address],
      [address, '8.8.8.8'],
      ['8.8.8.8', address],
      ['2606:4700::1111', address],
    ]);
    for (const addresses of rounds) {
      const polite = client([], {
        resolve: (_, __, answer) =>
          answer(
            null,
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          ),
      });
      for (const scheme of ['http', 'https'])
        expect(await endOf(polite.fetch(`${scheme}://rebind.example:${port}/`))).toBe(
          'ERR_FETCH_ADDRESS',
        );
    }
    await sleep(50);
    expect(sightings).toEqual([]);
  });
});

describe('the same address, where it is excepted', () => {
  it.each(SPELLINGS)('is reached by %s', async (host) => {
    const { port, sightings } = await canary();
    const polite = client([`127.0.0.1:${port}`, `localhost:${port}`]);
    expect(await endOf(polite.fetch(`http://${host}:${port}/x`))).toBe('200 fine');
    expect(sightings.length).toBeGreaterThan(0);
    const page = await site({ '/': redirect(ascii(`http://${host}:${port}/x`)) });
    const both = client([page.host, `127.0.0.1:${port}`]);
    expect(await endOf(both.fetch(`${page.origin}/`))).toBe('200 fine');
  });

  it('is reached by IPv6 and by name too', async () => {
    const { port, sightings } = await canary();
    const polite = client([`[::1]:${port}`, `localhost:${port}`]);
    for (const host of ['[::1]', '[0:0::1]', 'localhost'])
      expect(await endOf(polite.fetch(`http://${host}:${port}/x`))).toBe('200 fine');
    expect(sightings).toContain('tcp ::1');
  });
});

/** Asks for robots.txt only. */
const probed = (polite: PoliteClient) => async (url: string) => {
  const { status } = await polite.robots(url);
  return { status, body: Buffer.alloc(0) };
};
