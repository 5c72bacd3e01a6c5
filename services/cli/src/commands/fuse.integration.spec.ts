import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { provision } from '../testing/real-broker.js';
import { closeServers, runCli, serve } from '../testing/run-cli.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const prefix = `cli-${randomUUID().slice(0, 8)}.`;
const env = { KAFKA_BROKERS: brokers.join(',') };
const run = (...args: string[]) => runCli(['fuse', ...args], { env, prefix });

afterEach(closeServers);
beforeAll(() => provision(brokers, prefix), 60_000);

describe('tocsin fuse', () => {
  it('lists none where all is well', async () => {
    expect(await run('list', '--json')).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: '0 blown fuses\n',
    });
  });

  it('has the store release one, with the reason', async () => {
    const asked: string[] = [];
    const { url } = await serve((request, response) => {
      asked.push(request.url ?? '');
      request.on('data', (chunk) => asked.push(String(chunk)));
      request.on('end', () => response.end('{"id":"o1","counts":{"offset":7}}'));
    });
    const args = ['fuse', 'release', 'extractor/article-fetched/3', '--reason', 'mended'];
    const ran = await runCli(args, { env: { TOCSIN_STORE_URL: url } });
    expect([ran.exitCode, ran.stdout]).toEqual([0, 'extractor/article-fetched/3 goes on from 7\n']);
    const place = { group: 'extractor', physicalTopic: 'article-fetched', partition: 3 };
    expect(asked).toEqual(['/v1/fuses/release', JSON.stringify({ ...place, reason: 'mended' })]);
  });

  it('says why the store does not', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(409).end('{"code":"ERR_OPERATING_FUSE_WHOLE","detail":"It is whole."}');
    });
    const args = ['fuse', 'release', 'extractor/article-fetched/0', '--reason', 'mended'];
    const { exitCode, stderr } = await runCli(args, { env: { TOCSIN_STORE_URL: url } });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('ERR_OPERATING_FUSE_WHOLE')]);
  });

  it('knows an id that can be none', async () => {
    const { exitCode, stderr } = await run('release', 'extractor', '--reason', 'mended');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('ERR_CLI_USAGE')]);
  });
});
