import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { incidentOf } from '@tocsin/contracts/testing';
import { KafkaBroker, provisionTopics } from '@tocsin/messaging-kafka';
import { silent } from '../testing/real-broker.js';
import { linesOf, runCli } from '../testing/run-cli.js';

const prefix = `s${randomBytes(4).toString('hex')}.`;
const topic = withPrefix(prefix).physical('incident-updated');
const brokers = process.env['KAFKA_BROKERS'] as string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-snapshot-'));
  const kafka = { brokers: brokers.split(','), clientId: 'spec' };
  const config = { 'cleanup.policy': 'compact' };
  await provisionTopics(kafka, [{ topic, partitions: 2, replicationFactor: 1, config }], silent);
  const broker = new KafkaBroker(kafka, silent);
  const record = (incidentId: string, revision: number, more = {}) => ({
    topic,
    key: incidentId,
    value: Buffer.from(JSON.stringify(incidentOf({ incidentId, revision, ...more }))),
    headers: { 'schema-version': '1' },
  });
  await broker.publish([record('a', 1), record('b', 1), record('c', 1)]);
  await broker.publish([record('a', 2), record('b', 2, { lifecycle: 'retracted' })]);
  await broker.close();
});
afterAll(() => rm(folder, { recursive: true }));

describe('a snapshot of the public topic', () => {
  it('holds active incidents in their newest revision, and the offsets to go on from', async () => {
    const file = join(folder, 'incidents.jsonl');
    const ran = await runCli(['snapshot', '--out', file, '--json'], {
      env: { KAFKA_BROKERS: brokers },
      prefix,
    });
    expect([ran.exitCode, ran.json[0]]).toMatchObject([0, { file, incidents: 2 }]);
    const [first, ...rest] = linesOf(await readFile(file, 'utf8'));
    expect(first).toMatchObject({ kind: 'snapshot', topic });
    const offsets = Object.values(first?.['offsets'] as Record<string, string>);
    expect(offsets.reduce((sum, offset) => sum + Number(offset), 0)).toBe(5);
    expect(rest.pop()).toEqual({ kind: 'end', incidents: 2 });
    const held = rest.map(({ incident }) => incident as { incidentId: string; revision: number });
    expect(held.map(({ incidentId, revision }) => `${incidentId}/${revision}`).sort()).toEqual([
      'a/2',
      'c/1',
    ]);
  }, 60_000);

  it('says what stands in the way', async () => {
    const nowhere = join(folder, 'none', 'incidents.jsonl');
    const env = { KAFKA_BROKERS: brokers };
    const ran = await runCli(['snapshot', '--out', nowhere], { env, prefix });
    expect([ran.exitCode, ran.stderr]).toEqual([1, expect.stringContaining('ERR_CLI_FILE')]);
  }, 60_000);
});
