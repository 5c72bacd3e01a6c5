import { afterEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@tocsin/config';
import { cliSettings } from '../settings.js';
import { closeServers, serve } from '../testing/run-cli.js';
import { isUrl, politeFetch } from './polite-fetch.js';

afterEach(closeServers);

describe('a polite fetch', () => {
  it('behaves by the settings of the service', async () => {
    const agents = new Set<string | undefined>();
    const { url, host } = await serve((request, response) => {
      agents.add(request.headers['user-agent']);
      response.writeHead(request.url === '/robots.txt' ? 404 : 200).end('page');
    });
    const env = {
      TOCSIN_FETCH_ALLOW_PRIVATE: host,
      TOCSIN_FETCH_USER_AGENT: 'Other/1',
      TOCSIN_FETCH_HOST_DELAY_MS: '0',
    };
    const config = loadConfig({ cli: cliSettings }, env).cli;
    expect(await politeFetch(url, config)).toMatchObject({ status: 'fetched', httpStatus: 200 });
    expect([...agents]).toEqual(['Other/1']);
    const guarded = loadConfig({ cli: cliSettings }, {}).cli;
    expect(await politeFetch(url, guarded)).toMatchObject({ status: 'refused' });
  });
});

describe('a source', () => {
  it('is a URL when it begins like one, else a path', () => {
    expect(['http://a.org', 'HTTPS://a.org/x'].map(isUrl)).toEqual([true, true]);
    expect(['a.xml', './http', 'file:///a', 'C:\\a.xml'].map(isUrl)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
