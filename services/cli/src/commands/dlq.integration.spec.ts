import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { KafkaBroker, readingsOf, type GroupTopic } from '@tocsin/messaging-kafka';
import { deadLetterOf } from '@tocsin/messaging-kafka/testing';
import { provision, silent } from '../testing/real-broker.js';
import { runCli } from '../testing/run-cli.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const prefix = `cli-${randomUUID().slice(0, 8)}.`;
const env = { KAFKA_BROKERS: brokers.join(',') };
const broker = new KafkaBroker({ brokers, clientId: 'cli-spec' }, silent);
const places = readingsOf(withPrefix(prefix));
const placeOf = (name: string) => places.find(({ topic }) => topic === name) as GroupTopic;
const fetched = placeOf('article-fetched');
const settled = placeOf('article-settled');

beforeAll(async () => {
  await provision(brokers, prefix);
  // One by one: a batch over topics this young may be sent twice, and the specs count.
  for (const letter of [
    deadLetterOf(fetched, 'no JSON \u0001', 'POISON'),
    deadLetterOf(fetched, '{"n":2}'),
    deadLetterOf(settled, '{"n":3}', 'SCHEMA'),
  ])
    await broker.publish([letter]);
}, 60_000);
afterAll(() => broker.close());

describe('tocsin dlq list', () => {
  it('lists the dead letters of every group', async () => {
    const { json, exitCode, stderr } = await runCli(['dlq', 'list', '--json'], { env, prefix });
    expect(exitCode).toBe(0);
    expect(json).toMatchObject([
      { id: 'article-fetched/extractor/0/0', class: 'POISON', exception: 'ERR_SPEC' },
      {
        id: 'article-fetched/extractor/0/1',
        origin: { topic: `${prefix}article-fetched`, partition: 1, offset: 7 },
      },
      { id: 'article-settled/store/0/0', class: 'SCHEMA', message: 'cannot do {"n":3}' },
    ]);
    expect(stderr).toBe('3 dead letters\n');
  });

  it('lists those that the filters mean, as inert text', async () => {
    const args = ['dlq', 'list', '--topic', 'article-fetched', '--class', 'POISON', '--limit', '5'];
    const { stdout } = await runCli(args, { env, prefix });
    expect(stdout).toMatch(/^article-fetched\/extractor\/0\/0 {2}POISON .*cannot do no JSON\s*\n$/);
  });

  it('refuses filters that mean nothing', async () => {
    for (const args of [
      ['--class', 'ODD'],
      ['--topic', 'odd'],
      ['--limit', '0'],
    ]) {
      const { exitCode, stderr } = await runCli(['dlq', 'list', ...args], { env, prefix });
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining('ERR_CLI_USAGE')]);
    }
  });

  it('says when there is no broker', async () => {
    const away = { ...env, KAFKA_BROKERS: '127.0.0.1:9' };
    const { exitCode, stderr } = await runCli(['dlq', 'list', '--group', 'store'], {
      env: away,
      prefix,
    });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('ERR_CLI_UNREACHABLE')]);
  });
});

describe('tocsin dlq show', () => {
  it('shows one with its record', async () => {
    const args = ['dlq', 'show', 'article-fetched/extractor/0/1', '--json'];
    const { json, exitCode } = await runCli(args, { env, prefix });
    expect(json).toMatchObject([{ value: '{"n":2}', key: 'key', headers: { mark: 'm' } }]);
    expect(exitCode).toBe(0);
  });

  it('ends with 3 when there is none', async () => {
    const { stdout, exitCode } = await runCli(['dlq', 'show', 'article-fetched/extractor/0/99'], {
      env,
      prefix,
    });
    expect(stdout).toContain('ERR_CLI_NO_LETTER');
    expect(exitCode).toBe(3);
  });
});
