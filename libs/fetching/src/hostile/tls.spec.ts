import { describe, it } from '@jest/globals';
import { issue } from '@tocsin/testing/certificates';
import { send, head } from '../testing/misbehaviours.js';
import { endOf, expectEnd, roughClient, roughServer } from '../testing/rough-server.js';
import { expect } from '@jest/globals';

const fine = send(head('Content-Length: 4'), 'fine');
const YESTERDAY = new Date(Date.now() - 86_400_000);
const TLS = 'ERR_FETCH_TLS';

describe('an encrypted connection', () => {
  it('that is sound is used', async () => {
    await expectEnd(fine, '200 fine', issue());
  });

  it.each([
    ['is for another host', issue({ names: ['other.example'] })],
    ['is for a host above', issue({ names: ['*.localhost'] })],
    ['has expired', issue({ notAfter: YESTERDAY })],
  ])('is refused when the certificate %s', async (_, identity) => {
    await expectEnd(fine, TLS, identity);
  });

  it('is refused when nobody whom we trust vouches for it', async () => {
    const { port } = await roughServer(fine, issue());
    const client = roughClient([`localhost:${port}`], { deadlineMs: 5_000 });
    expect(await endOf(client.get(new URL(`https://localhost:${port}/`)))).toBe(TLS);
  });

  it('is refused when only old protocols are spoken', async () => {
    const old = { ...issue(), minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const;
    await expectEnd(fine, TLS, { ...old, ciphers: 'ALL:@SECLEVEL=0' });
  });

  it('is refused when no common protocol can be found by ALPN', async () => {
    await expectEnd(fine, TLS, { ...issue(), ALPNProtocols: ['spdy/1'] });
  });
});

/** Servers below TLS: what they say comes in the place of the handshake. */
const below: readonly (readonly [string, string | Buffer | null, RegExp])[] = [
  ['speaks plain HTTP', 'HTTP/1.1 400 Bad\r\n\r\n', /^ERR_FETCH_TLS$/],
  ['raises an alert', Buffer.from([21, 3, 3, 0, 2, 2, 40]), /^ERR_FETCH_TLS$/],
  ['says that it does not know us', Buffer.from([21, 3, 3, 0, 2, 2, 112]), /^ERR_FETCH_TLS$/],
  ['sends noise', Buffer.alloc(500, 0xa5), /^ERR_FETCH_TLS$/],
  ['announces a record too large', Buffer.from([22, 3, 3, 255, 255, 2]), /^ERR_FETCH_TLS$/],
  ['says nothing', null, /^ERR_FETCH_TIMEOUT$/],
  ['hangs up', '', /^ERR_FETCH_CONNECTION$/],
];

describe('a server that fails in the handshake', () => {
  it.each(below)('as it %s: a typed end in time', async (_, said, expected) => {
    const { port } = await roughServer((socket) =>
      socket.once('data', () => (said === '' ? socket.end() : said && socket.write(said))),
    );
    const deadlineMs = said === null ? 300 : 5_000;
    const limits = { deadlineMs, connectTimeoutMs: deadlineMs };
    const client = roughClient([`localhost:${port}`], limits);
    expect(await endOf(client.get(new URL(`https://localhost:${port}/`)))).toMatch(expected);
    expect(client.openSockets).toBeLessThanOrEqual(1);
  });
});
