import { afterEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@tocsin/config';
import { cliSettings } from '../settings.js';
import { closeServers, serve } from '../testing/run-cli.js';
import { pushDocuments } from './documents.js';

afterEach(closeServers);

/** Answers with these statuses, one after the other. */
async function fetcher(...statuses: number[]) {
  const asked: number[] = [];
  const { url } = await serve((request, response) => {
    request.resume().on('end', () => {
      asked.push(performance.now());
      const status = statuses[asked.length - 1] ?? 500;
      response.writeHead(status, status === 429 ? { 'retry-after': '0.1' } : {});
      const refusal = { code: 'ERR_PUSH_BATCH', message: 'No.' };
      response.end(JSON.stringify(status === 202 ? { results: ['answer'] } : refusal));
    });
  });
  return { config: loadConfig({ cli: cliSettings }, { TOCSIN_FETCHER_URL: url }).cli, asked };
}

describe('documents pushed to a fetcher', () => {
  it('wait while it is busy, as long as it says', async () => {
    const { config, asked } = await fetcher(429, 429, 202);
    expect(await pushDocuments(['{}'], config)).toEqual(['answer']);
    expect(asked).toHaveLength(3);
    expect((asked[1] as number) - (asked[0] as number)).toBeGreaterThan(90);
  });

  it('are not pushed again when it refuses them', async () => {
    const { config, asked } = await fetcher(422);
    await expect(pushDocuments(['{}'], config)).rejects.toMatchObject({ code: 'ERR_PUSH_BATCH' });
    expect(asked).toHaveLength(1);
  });
});
