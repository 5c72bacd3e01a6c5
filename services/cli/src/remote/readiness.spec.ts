import { afterEach, describe, expect, it } from '@jest/globals';
import { closeServers, NOBODY, serve } from '../testing/run-cli.js';
import { readinessOf } from './readiness.js';

afterEach(closeServers);

async function stateOf(status: number, body: object | null) {
  const { url } = await serve((request, response) => {
    response.writeHead(request.url === '/health/ready' ? status : 404);
    response.end(body === null ? '' : JSON.stringify(body));
  });
  return readinessOf({ name: 'store', url, setting: 'TOCSIN_STORE_URL' });
}

describe('the state of a service', () => {
  it('is ready when it says so', async () => {
    expect(await stateOf(200, { status: 'ready', checks: {} })).toMatchObject({
      name: 'store',
      status: 'ready',
      reason: null,
    });
  });

  it('names what stands in the way', async () => {
    const checks = {
      broker: { status: 'down', error: 'connection refused' },
      database: { status: 'up' },
      fuse: { status: 'down' },
    };
    expect(await stateOf(503, { status: 'not-ready', checks })).toMatchObject({
      status: 'not-ready',
      reason: 'broker: connection refused; fuse: down',
    });
  });

  it('is not ready for anything that answers otherwise', async () => {
    expect(await stateOf(502, null)).toMatchObject({ status: 'not-ready', reason: 'status 502' });
  });

  it('is unreachable when nobody answers', async () => {
    const nobody = { name: 'store', url: NOBODY, setting: 'TOCSIN_STORE_URL' };
    expect(await readinessOf(nobody)).toMatchObject({
      status: 'unreachable',
      reason: expect.stringContaining('TOCSIN_STORE_URL'),
    });
  });
});
