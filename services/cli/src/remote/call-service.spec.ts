import { afterEach, describe, expect, it } from '@jest/globals';
import { closeServers, NOBODY, serve } from '../testing/run-cli.js';
import { ask, callService } from './call-service.js';

afterEach(closeServers);

const place = (url: string) => ({ name: 'store', url, setting: 'TOCSIN_STORE_URL' });
const answering = async (status: number, body: string) =>
  place((await serve((_, response) => response.writeHead(status).end(body))).url);

describe('a call of a service', () => {
  it('gives the body of a success', async () => {
    expect(await callService(await answering(202, '{"n":1}'), 'v1/x')).toEqual({ n: 1 });
  });

  it('is below the base URL, whatever that ends in', async () => {
    const { url } = await serve((request, response) => response.end(JSON.stringify(request.url)));
    expect(await callService(place(`${url}/base`), 'v1/x?limit=1')).toBe('/base/v1/x?limit=1');
    expect(await callService(place(`${url}/base/`), 'v1/x')).toBe('/base/v1/x');
  });

  it('fails with the code and sentence that the service gives', async () => {
    const refusing = await answering(401, '{"code":"ERR_API_KEY","message":"A key is needed."}');
    await expect(callService(refusing, 'v1/x')).rejects.toMatchObject({
      code: 'ERR_API_KEY',
      message: 'A key is needed.',
      exitCode: 1,
    });
  });

  it.each([
    [500, 'oops'],
    [404, '{}'],
    [200, 'no JSON'],
  ])('fails with the status when %i comes with %j', async (status, body) => {
    await expect(callService(await answering(status, body), 'v1/x')).rejects.toMatchObject({
      code: 'ERR_CLI_ANSWER',
      message: expect.stringContaining(`status ${status}`),
    });
  });

  it('says who does not answer and which setting moves it', async () => {
    await expect(callService(place(NOBODY), 'v1/x')).rejects.toMatchObject({
      code: 'ERR_CLI_UNREACHABLE',
      message: `The store at ${NOBODY} doesn't answer; start it with npm start or set TOCSIN_STORE_URL.`,
    });
  });

  it('leaves judging the status to who only asks', async () => {
    expect(await ask(await answering(503, '{"status":"not-ready"}'), 'x')).toEqual({
      status: 503,
      body: { status: 'not-ready' },
      text: '{"status":"not-ready"}',
      retryAfterMs: null,
      next: null,
    });
  });

  it('tells where a list goes on', async () => {
    const link = '<http://elsewhere/v1/x?limit=1&cursor=a%2Fb>; rel="next"';
    const { url } = await serve((_, response) => response.writeHead(200, { link }).end('{}'));
    expect(await ask(place(url), 'v1/x')).toMatchObject({ next: 'a/b' });
    const problem = await answering(400, '{"code":"ERR_API_QUERY","detail":"No such filter."}');
    await expect(callService(problem, 'v1/x')).rejects.toThrow('No such filter.');
  });
});
