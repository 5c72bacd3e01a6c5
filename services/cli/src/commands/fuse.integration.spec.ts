import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { provision } from '../testing/real-broker.js';
import { runCli } from '../testing/run-cli.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const prefix = `cli-${randomUUID().slice(0, 8)}.`;
const env = { KAFKA_BROKERS: brokers.join(',') };
const run = (...args: string[]) => runCli(['fuse', ...args], { env, prefix });

beforeAll(() => provision(brokers, prefix), 60_000);

describe('tocsin fuse', () => {
  it('lists none where all is well', async () => {
    expect(await run('list', '--json')).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: '0 blown fuses\n',
    });
  });

  it('releases none that is whole', async () => {
    const { exitCode, stderr } = await run('release', `extractor/${prefix}article-fetched/0`);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('ERR_OPERATING_FUSE_WHOLE')]);
  });

  it('knows an id that can be none', async () => {
    const { exitCode, stderr } = await run('release', 'extractor');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('ERR_CLI_USAGE')]);
  });
});
