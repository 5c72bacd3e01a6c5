import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import { incidentOf } from '@tocsin/contracts/testing';
import { KafkaBroker, provisionTopics } from '@tocsin/messaging-kafka';
import { runExample, type ExampleLine, type RunningExample } from '@tocsin/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { providePython, type Run } from '../python/provide-python.js';
import { readStackSettings } from '../stack/settings.js';

const prefix = `ex${randomBytes(4).toString('hex')}`;
const TOPIC = `${prefix}.incident-updated`;
const HEARTBEAT_TOPIC = `${prefix}.article-settled`;
const SILENT_TOPIC = `${prefix}.silent`;
const brokers = process.env['KAFKA_BROKERS'] as string;
const env = { KAFKA_BROKERS: brokers, TOPIC, HEARTBEAT_TOPIC };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const schema = new URL(
  '../../../libs/contracts/schemas/incident-updated.v1.schema.json',
  import.meta.url,
);
const isIncident = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
let broker: KafkaBroker;
let folder: string;
const running: RunningExample[] = [];

/** A record as the deduplicator publishes it; a specification of its own holds it to these headers. */
function record(
  incidentId: string,
  revision: number,
  change: string,
  more: Partial<Incident> = {},
) {
  const incident = incidentOf({ incidentId, revision, ...more });
  return {
    topic: TOPIC,
    key: incidentId,
    value: Buffer.from(JSON.stringify(incident)),
    headers: {
      type: 'Violent demonstration',
      country: incident.where.countryIso3 ?? '',
      change,
      revision: String(revision),
      'schema-version': '1',
    },
  };
}
const inFrance = { where: { ...incidentOf().where, countryIso3: 'FRA' } };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-subscribing-'));
  const kafka = { brokers: brokers.split(','), clientId: 'spec' };
  const topics = [TOPIC, HEARTBEAT_TOPIC, SILENT_TOPIC].map((topic) => ({
    topic,
    partitions: 2,
    replicationFactor: 1,
    config: { 'cleanup.policy': topic === TOPIC ? 'compact' : 'delete' },
  }));
  await provisionTopics(kafka, topics, silent);
  broker = new KafkaBroker(kafka, silent);
  await broker.publish([
    record('a', 1, 'created'),
    record('b', 1, 'created'),
    record('c', 1, 'created'),
    record('d', 1, 'created', inFrance),
    { topic: HEARTBEAT_TOPIC, key: 'x', value: Buffer.from('{}'), headers: {} },
  ]);
});
afterEach(async () => {
  for (const example of running.splice(0)) await example.stop();
});
afterAll(async () => {
  await broker.close();
  rmSync(folder, { recursive: true });
});

function run(file: string, more: NodeJS.ProcessEnv = {}, command?: string): RunningExample {
  const example = runExample(file, { ...env, ...more }, command);
  running.push(example);
  return example;
}

const idOf = ({ id, incident }: ExampleLine) =>
  id ?? (incident as Incident | undefined)?.incidentId;
const holds = (id: string, revision: number) => (line: ExampleLine) =>
  line['event'] === 'held' &&
  idOf(line) === id &&
  (line['incident'] as Incident).revision === revision;
const drops = (id: string) => (line: ExampleLine) =>
  line['event'] === 'dropped' && idOf(line) === id;

/** Holds what is there, then revises, retracts, merges, moves and erases under its eyes. */
async function follow(example: RunningExample, suffix: string): Promise<void> {
  const ids = ['grown', 'moved', 'false', 'same', 'erased'].map((name) => `${name}-${suffix}`);
  const [grown, moved, wrong, same, erased] = ids as [string, string, string, string, string];
  await broker.publish(ids.map((id) => record(id, 1, 'created')));
  for (const id of ['a', 'b', 'c', ...ids]) await example.until(holds(id, 1));
  await broker.publish([
    record(grown, 3, 'updated'),
    record(grown, 2, 'updated'),
    record(moved, 2, 'updated', inFrance),
    record(wrong, 2, 'retracted', { lifecycle: 'retracted' }),
    record(same, 2, 'merged', { lifecycle: 'merged', mergedInto: 'a' }),
    { ...record(erased, 2, 'updated'), value: null },
  ]);
  await example.until(holds(grown, 3));
  const whys = [];
  for (const id of [moved, wrong, same, erased]) whys.push((await example.until(drops(id)))['why']);
  expect(whys).toEqual(['elsewhere', 'retracted', 'merged into a', 'erased']);
  expect(example.lines.some(holds(grown, 2))).toBe(false);
  expect(example.lines.some((line) => idOf(line) === 'd')).toBe(false);
  const received = example.lines.flatMap(({ incident }) => (incident ? [incident] : []));
  for (const incident of received) {
    expect([isIncident(incident), isIncident.errors]).toEqual([true, null]);
  }
}

describe('the TypeScript subscriber', () => {
  it('keeps a table current and says that the line is alive', async () => {
    const example = run('subscribe.ts', { COUNTRY: 'KAZ' });
    await example.until(({ event }) => event === 'alive');
    await follow(example, 'ts');
  }, 90_000);

  it('begins with a snapshot, and tells silence from breakage', async () => {
    const SNAPSHOT = join(folder, 'incidents.jsonl');
    const ends = await broker.ranges(TOPIC);
    const offsets = Object.fromEntries([...ends].map(([at, { high }]) => [at, String(high)]));
    const lines = [
      { kind: 'snapshot', offsets },
      { kind: 'incident', incident: incidentOf({ incidentId: 'a' }) },
      { kind: 'end', incidents: 1 },
    ];
    writeFileSync(SNAPSHOT, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const example = run('subscribe.ts', { SNAPSHOT, HEARTBEAT_TOPIC: SILENT_TOPIC });
    await example.until(({ event, incidents }) => event === 'begun' && incidents === 1);
    await example.until(({ event }) => event === 'stale');
    await broker.publish([record('a', 2, 'updated'), record('late', 1, 'created')]);
    await example.until(holds('late', 1));
    await example.until(holds('a', 2));
    expect(example.lines.some(holds('b', 1))).toBe(false);
  }, 90_000);
});

describe('the Python subscriber', () => {
  it('keeps a table current', async () => {
    const command: Run = (file, args) =>
      new Promise((resolve) =>
        execFile(file, [...args], (error, stdout) => resolve(error ? undefined : stdout)),
      );
    const { cacheFolder } = readStackSettings(process.env);
    const isRoot = process.getuid?.() === 0;
    const python = await providePython({ cacheFolder, isRoot, run: command });
    const more = { COUNTRY: 'KAZ', ...(python.path ? { PYTHONPATH: python.path } : {}) };
    await follow(run('subscribe.py', more, python.command), 'py');
  }, 180_000);
});
