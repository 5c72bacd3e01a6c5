import { describe, expect, it } from '@jest/globals';
import type { Resolve } from '../http/dns-resolve.js';
import { endOf, roughClient } from '../testing/rough-server.js';

const ADDRESS = 'ERR_FETCH_ADDRESS';
const DNS = 'ERR_FETCH_DNS';

/** A resolver whose answers are these, one after the other. */
const answers =
  (...rounds: string[][]): Resolve =>
  (_, __, done) => {
    const addresses = (rounds.length > 1 ? rounds.shift() : rounds[0]) ?? [];
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
const fails =
  (code: string): Resolve =>
  (_, __, done) =>
    done(Object.assign(new Error(code), { code }), []);

const cases: readonly (readonly [string, Resolve, string])[] = [
  ['has a loopback address', answers(['127.0.0.1']), ADDRESS],
  ['has a private address', answers(['10.0.0.1']), ADDRESS],
  ['has a link-local address', answers(['169.254.169.254']), ADDRESS],
  ['has a shared address', answers(['100.100.1.1']), ADDRESS],
  ['has the address of nobody', answers(['0.0.0.0']), ADDRESS],
  ['has a broadcast address', answers(['255.255.255.255']), ADDRESS],
  ['has a multicast address', answers(['224.0.0.1']), ADDRESS],
  ['has an address for documentation', answers(['192.0.2.1']), ADDRESS],
  ['has a unique local address', answers(['fd12::1']), ADDRESS],
  ['has IPv6 loopback', answers(['::1']), ADDRESS],
  ['has a mapped address', answers(['::ffff:127.0.0.1']), ADDRESS],
  ['has a translated address', answers(['64:ff9b::a00:1']), ADDRESS],
  ['has an address with a zone', answers(['fe80::1%eth0']), ADDRESS],
  ['has what is no address', answers(['not an address']), ADDRESS],
  ['has a public and a private address', answers(['8.8.8.8', '192.168.0.1']), ADDRESS],
  ['has a private and a public address', answers(['192.168.0.1', '8.8.8.8']), ADDRESS],
  [
    'hides one private among a hundred',
    answers([...Array<string>(99).fill('8.8.8.8'), '10.0.0.1']),
    ADDRESS,
  ],
  ['has no address', answers([]), DNS],
  ['does not exist', fails('ENOTFOUND'), DNS],
  ['cannot be asked about now', fails('EAI_AGAIN'), DNS],
  ['has a server that fails', fails('ESERVFAIL'), DNS],
  ['is never answered for', () => undefined, 'ERR_FETCH_TIMEOUT'],
];

describe('a name that goes wrong', () => {
  it.each(cases)('as it %s: a typed end in time', async (_, resolve, expected) => {
    const client = roughClient([], { resolve });
    const started = performance.now();
    expect(await endOf(client.get(new URL('http://rebind.example/')))).toBe(expected);
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(await endOf(client.get(new URL('https://rebind.example/')))).toBe(expected);
  });

  it('is asked about anew for each connection, so that a check is never of an older answer', async () => {
    const resolve = answers(['10.0.0.1'], ['127.0.0.1'], ['::1']);
    const client = roughClient([], { resolve });
    for (let i = 0; i < 3; i++)
      expect(await endOf(client.get(new URL('http://rebind.example/')))).toBe(ADDRESS);
  });
});
