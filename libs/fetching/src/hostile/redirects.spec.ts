import { describe, expect, it } from '@jest/globals';
import { head } from '../testing/misbehaviours.js';
import { endOf, roughServer } from '../testing/rough-server.js';
import { politeClient, redirect, site, text } from '../testing/site.js';
import { issue, CA } from '@tocsin/testing/certificates';

const ADDRESS = 'ERR_FETCH_ADDRESS';
const URL_CODE = 'ERR_FETCH_URL';
const PORT = 'ERR_FETCH_PORT';
const REDIRECTS = 'ERR_FETCH_REDIRECTS';

const places: readonly (readonly [string, string])[] = [
  ['http://127.0.0.1/', ADDRESS],
  ['http://127.1/', ADDRESS],
  ['http://2130706433/', ADDRESS],
  ['http://0x7f000001/', ADDRESS],
  ['http://0x7f.1/', ADDRESS],
  ['http://0177.0.0.1/', ADDRESS],
  ['http://127.0.0.1./', ADDRESS],
  ['http://%31%32%37.0.0.1/', ADDRESS],
  ['http://0/', ADDRESS],
  ['http://[::1]/', ADDRESS],
  ['http://[::]/', ADDRESS],
  ['http://[::ffff:127.0.0.1]/', ADDRESS],
  ['http://[::ffff:7f00:1]/', ADDRESS],
  ['http://[::127.0.0.1]/', ADDRESS],
  ['http://[64:ff9b::7f00:1]/', ADDRESS],
  ['http://[2002:7f00:1::]/', ADDRESS],
  ['http://[fd00::1]/', ADDRESS],
  ['http://[fe80::1]/', ADDRESS],
  ['http://10.1.2.3/', ADDRESS],
  ['http://172.16.0.1/', ADDRESS],
  ['http://192.168.1.1/', ADDRESS],
  ['http://100.64.0.1/', ADDRESS],
  ['http://169.254.169.254/latest/meta-data/', ADDRESS],
  ['http://[::ffff:169.254.169.254]/', ADDRESS],
  ['http://localhost/', ADDRESS],
  ['//127.0.0.1/', ADDRESS],
  ['\\\\127.0.0.1\\', ADDRESS],
  ['https://127.0.0.1/', ADDRESS],
  ['http://a.org:22/', PORT],
  ['http://127.0.0.1:1/', PORT],
  ['http://a.org:0/', PORT],
  ['https://a.org:8443/', PORT],
  ['file:///etc/passwd', URL_CODE],
  ['ftp://a.org/', URL_CODE],
  ['gopher://127.0.0.1:6379/_FLUSHALL', URL_CODE],
  ['data:text/html,x', URL_CODE],
  ['javascript:alert(1)', URL_CODE],
  ['blob:http://a.org/x', URL_CODE],
  ['http://user:pass@a.org/', URL_CODE],
  ['http://user@a.org/', URL_CODE],
  ['http://', REDIRECTS],
  ['http://[::1', REDIRECTS],
  ['http://a b/', REDIRECTS],
  ['http://a.org:99999/', REDIRECTS],
  ['', REDIRECTS],
];

describe('a redirect to where we do not go', () => {
  it.each(places)('%s: is refused, and nothing more is asked', async (location, code) => {
    const { origin, host, paths } = await site({ '/': redirect(location, 301) });
    expect(await endOf(politeClient([host]).fetch(`${origin}/`))).toBe(code);
    expect(paths()).toEqual(['/robots.txt', '/']);
  });
});

describe('a redirect that leads nowhere', () => {
  it.each([
    ['to itself', { '/': redirect('/') }, 7],
    ['in a circle', { '/': redirect('/2'), '/2': redirect('/') }, 7],
    ['to itself, but for its fragment', { '/': redirect('#x') }, 7],
  ])('%s: ends after five', async (_, pages, requests) => {
    const { origin, host, log } = await site(pages);
    expect(await endOf(politeClient([host]).fetch(`${origin}/`))).toBe(REDIRECTS);
    expect(log).toHaveLength(requests);
  });

  it('through ever longer addresses: ends after five or at the headers’ cap', async () => {
    const { origin, host } = await site({
      '/': (_, response) => void response.writeHead(302, { location: 'x'.repeat(15_000) }).end(),
    });
    expect(await endOf(politeClient([host]).fetch(`${origin}/`))).toBe('ERR_FETCH_NOT_FOUND');
    const longer = await site({ '/': redirect('x'.repeat(40_000)) });
    expect(await endOf(politeClient([longer.host]).fetch(`${longer.origin}/`))).toBe(
      'ERR_FETCH_PROTOCOL',
    );
  });

  it.each([301, 302, 303, 307, 308])('%i without a place to go', async (status) => {
    const { origin, host } = await site({
      '/': (_, response) => void response.writeHead(status).end('<a href="/x">there</a>'),
    });
    expect(await endOf(politeClient([host]).fetch(`${origin}/`))).toBe(REDIRECTS);
  });

  it.each([
    [300, 'ERR_FETCH_STATUS'],
    [304, '304 '],
    [305, 'ERR_FETCH_STATUS'],
    [306, 'ERR_FETCH_STATUS'],
  ])('%i is none, whatever its Location', async (status, end) => {
    const { origin, host, paths } = await site({ '/': redirect('/x', status), '/x': text('X') });
    expect(await endOf(politeClient([host]).fetch(`${origin}/`))).toBe(end);
    expect(paths()).not.toContain('/x');
  });

  it('by Refresh or Content-Location is none', async () => {
    const { origin, host, paths } = await site({
      '/': (_, response) =>
        void response
          .writeHead(200, { refresh: '0; url=http://127.0.0.1/', 'content-location': '/x' })
          .end('page'),
    });
    expect(await endOf(politeClient([host]).fetch(`${origin}/`))).toBe('200 page');
    expect(paths()).toEqual(['/robots.txt', '/']);
  });

  it('with a body that has no end takes no longer than the body’s cap', async () => {
    const server = await roughServer((socket) =>
      socket.on('data', (asked: Buffer) => {
        if (asked.includes('robots')) socket.write('HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n');
        else socket.write(`HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n${'x'.repeat(200_000)}`);
      }),
    );
    expect(await endOf(politeClient([server.host]).fetch(`http://${server.host}/`))).toBe(
      'ERR_FETCH_TOO_LARGE',
    );
  });
});

describe('a redirect to another host', () => {
  it('is not followed where that host forbids it', async () => {
    const other = await site({ '/robots.txt': text('User-agent: *\nDisallow: /') });
    const { origin, host } = await site({ '/': redirect(`${other.origin}/x`) });
    expect(await endOf(politeClient([host, other.host]).fetch(`${origin}/`))).toBe(
      'ERR_FETCH_ROBOTS',
    );
    expect(other.paths()).toEqual(['/robots.txt']);
  });

  it('from https to http is followed by the same rules', async () => {
    const plain = await site({ '/x': text('plain') });
    const secure = await roughServer(
      (socket) =>
        socket.on('data', (asked: Buffer) =>
          socket.write(
            asked.includes('robots')
              ? 'HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n'
              : `${head(`Location: ${plain.origin}/x`, 'Content-Length: 0').replace('200', '302')}`,
          ),
        ),
      issue(),
    );
    const host = `localhost:${secure.port}`;
    const polite = politeClient([host, plain.host], { ca: CA });
    expect(await polite.fetch(`https://${host}/`)).toMatchObject({
      status: 200,
      url: `${plain.origin}/x`,
      hops: 1,
    });
    expect(plain.paths()).toEqual(['/robots.txt', '/x']);
  });
});
