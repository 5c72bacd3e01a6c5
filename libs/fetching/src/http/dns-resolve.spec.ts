import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from '@jest/globals';
import { nameServer, type Zone } from '../testing/name-server.js';
import { atEnd, endOf, roughClient } from '../testing/rough-server.js';
import { dnsResolve, type Resolve } from './dns-resolve.js';

const V6 = '2606:4700:0000:0000:0000:0000:0000:1111';
const LOOPBACK6 = '0000:0000:0000:0000:0000:0000:0000:0001';

async function resolverOf(zones: Record<string, Zone>) {
  const resolve = dnsResolve([await nameServer(zones)]);
  atEnd(resolve.cancel);
  return resolve;
}
const asked = (resolve: Resolve, name: string) =>
  new Promise<LookupAddress[] | string | undefined>((done) =>
    resolve(name, { all: true }, (error, addresses) =>
      done(error ? (error as NodeJS.ErrnoException).code : addresses),
    ),
  );
const ask = async (zone: Zone) => asked(await resolverOf({ 'a.example': zone }), 'a.example');

describe('a name', () => {
  it('has all its addresses, IPv4 first', async () => {
    expect(await ask({ a: ['8.8.8.8', '8.8.4.4'], aaaa: [V6] })).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '8.8.4.4', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
  });

  it('may have those of one family only, or of another name', async () => {
    expect(await ask({ aaaa: [V6] })).toEqual([{ address: '2606:4700::1111', family: 6 }]);
    expect(await ask({ a: ['8.8.8.8'], cname: 'b.example' })).toEqual([
      { address: '8.8.8.8', family: 4 },
    ]);
  });

  it.each([
    { a: ['8.8.8.8'], aaaa: null },
    { a: ['8.8.8.8'], slowAaaaMs: 1_000 },
  ])('waits for its second family only shortly: %j', async (zone) => {
    const started = performance.now();
    expect(await ask(zone)).toEqual([{ address: '8.8.8.8', family: 4 }]);
    expect(performance.now() - started).toBeLessThan(800);
  });

  it.each([
    [{ rcode: 3 }, 'ENOTFOUND'],
    [{ rcode: 2 }, 'ESERVFAIL'],
    [{}, 'ENODATA'],
  ])('without addresses says why: %j', async (zone, code) => {
    expect(await ask(zone)).toBe(code);
  });

  it('of this machine is left to the system', async () => {
    const resolve = dnsResolve(['127.0.0.1:1']);
    expect(await asked(resolve, 'localhost')).toContainEqual({ address: '127.0.0.1', family: 4 });
  });
});

describe('name servers that are silent', () => {
  it('hold up nobody but those who ask them', async () => {
    const resolve = await resolverOf({ 'good.example': { a: ['8.8.8.8'] } });
    // More at once than a socket's buffer holds would be lost on the way to the server.
    const silent = Array.from({ length: 60 }, (_, i) => asked(resolve, `dead${i}.example`));
    const started = performance.now();
    expect(await asked(resolve, 'good.example')).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(silent).toHaveLength(60);
  });
});

describe('a client that asks the DNS', () => {
  it.each([
    ['a private address', { a: ['10.0.0.1'] }, 'ERR_FETCH_ADDRESS'],
    ['a private address beside a public one', { a: ['8.8.8.8', '127.0.0.1'] }, 'ERR_FETCH_ADDRESS'],
    ['a loopback address of IPv6', { a: ['8.8.8.8'], aaaa: [LOOPBACK6] }, 'ERR_FETCH_ADDRESS'],
    ['an alias for this machine', { a: ['127.0.0.1'], cname: 'x.example' }, 'ERR_FETCH_ADDRESS'],
    ['no such name', { rcode: 3 }, 'ERR_FETCH_DNS'],
    ['a refusal', { rcode: 5 }, 'ERR_FETCH_DNS'],
    ['no address', {}, 'ERR_FETCH_DNS'],
    ['nothing', { a: null, aaaa: null }, 'ERR_FETCH_TIMEOUT'],
  ])('and hears of %s ends by that', async (_, zone: Zone, code) => {
    const resolve = await resolverOf({ 'a.example': zone });
    const deadlineMs = code === 'ERR_FETCH_TIMEOUT' ? 300 : 5_000;
    const client = roughClient([], { resolve, deadlineMs, connectTimeoutMs: 5_000 });
    expect(await endOf(client.get(new URL('http://a.example/')))).toBe(code);
  });
});
