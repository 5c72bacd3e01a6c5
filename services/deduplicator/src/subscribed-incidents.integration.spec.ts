import 'reflect-metadata';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { decode, encode, withPrefix, type Incident, type Mention } from '@tocsin/contracts';
import { contractCodec, headerText, type RawMessage } from '@tocsin/messaging';
import { KafkaBroker, provisionTopics } from '@tocsin/messaging-kafka';
import { persistenceMigrations } from '@tocsin/persistence';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { Curations } from './api/curations.js';
import { indexMigrations } from './index/migrations.js';
import { finalState } from './testing/final-state.js';
import { mentionOf, messageOf, storyOf, townAt } from './testing/messages.js';
import { silent, startInstance } from './testing/service-instance.js';
import { CONSUMED } from './topology.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const run = randomUUID();
const [first, second] = [withPrefix(`a-${run}-`), withPrefix(`b-${run}-`)] as const;
/** What a replay reads is what was written first; what it writes is its own. */
const replayed = (topic: string) =>
  CONSUMED.some((consumed) => topic === consumed) ? first : second;

const outside = new KafkaBroker({ brokers, clientId: 'subscriber-spec' }, silent);
const updates: { key: string; change: string; incident: Incident }[] = [];
let databases: TestDatabase[];
let instance: Awaited<ReturnType<typeof startInstance>> | undefined;

beforeAll(async () => {
  const specs = [first, second].flatMap((naming) =>
    naming.provisioning().map(({ name, config }) => ({
      topic: name,
      partitions: 1,
      replicationFactor: 1,
      config,
    })),
  );
  await provisionTopics({ brokers, clientId: 'subscriber-spec' }, specs, silent);
  const migrations = [...persistenceMigrations, ...indexMigrations];
  databases = await Promise.all(
    [1, 2].map(() => openTestDatabase(process.env['DATABASE_URL'], migrations)),
  );
  instance = await startInstance(databases[0] as TestDatabase, brokers, `a-${run}`, (topic) =>
    first.physical(topic as never),
  );
  await outside.subscribe({
    group: `subscriber-${run}`,
    topics: [first.physical('incident-updated')],
    onAssigned: async () => undefined,
    onBatch: async ({ records }) => void updates.push(...records.map(updateOf)),
  });
}, 90_000);
afterAll(async () => {
  await instance?.stop();
  await outside.close();
  for (const database of databases) await database.close();
}, 60_000);

function updateOf(record: RawMessage) {
  const version = headerText(record, 'schema-version');
  const incident = decode('incident-updated', version, record.value ?? Buffer.alloc(0));
  return { key: String(record.key), change: headerText(record, 'change') ?? '', incident };
}

async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`this did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function publish(id: string, hour: number, mention: Mention): Promise<void> {
  const { payload } = messageOf(id, {
    text: storyOf(id),
    mentions: [mention],
    publishedAt: `2022-01-06T${String(hour).padStart(2, '0')}:00:00Z`,
  });
  await outside.publish([
    {
      topic: first.physical('incident-extracted'),
      key: id,
      value: encode('incident-extracted', payload),
      headers: { 'schema-version': contractCodec.schemaVersion('incident-extracted') },
    },
  ]);
}

const told = (killed: number, by: 'police' | 'witness' | 'hospital', changes = {}) => {
  const { casualties, claims } = mentionOf('');
  return mentionOf('m', {
    casualties: {
      ...casualties,
      killed: { low: killed, best: killed, high: killed, basis: 'stated', claims: [0] },
    },
    claims: claims.map((claim) => ({ ...claim, attribution: [{ name: null, class: by }] })),
    ...changes,
  });
};
const of = (incidentId: string) => updates.filter(({ key }) => key === incidentId);

it('a subscriber sees a toll of 3, 7 and 6, a merge, a split and a retraction as growing revisions; a replay from the earliest offset into an empty database comes to the same', async () => {
  const aktau = { where: townAt('Aktau', 43.65, 51.15) };
  await publish('one', 1, told(3, 'police'));
  await until('the first toll', () => updates.length === 1);
  const id = updates[0]?.key ?? '';
  await publish('two', 4, told(7, 'hospital'));
  await until('the second toll', () => of(id).length === 2);
  await publish('three', 6, told(9, 'witness'));
  await until('a toll that is only seen', () => of(id).length === 3);
  await publish('four', 9, told(6, 'police'));
  await until('the corrected toll', () => of(id).length === 4);
  expect(of(id).map(({ incident }) => incident.casualties.killed?.best)).toEqual([3, 7, 7, 6]);

  await publish('far', 10, told(6, 'police', aktau));
  await until('another incident', () => updates.some(({ key }) => key !== id));
  const far = updates.find(({ key }) => key !== id)?.key ?? '';
  const curations = new Curations((databases[0] as TestDatabase).database, contractCodec, Date.now);
  const who = { reason: 'the analyst knows', by: 'ana' };
  await curations.give({ action: 'merge', incidentId: id, otherIncidentIds: [far], ...who });
  await until('the merge', () => of(id).length === 5 && of(far).length === 2);
  expect(of(far).at(-1)?.incident).toMatchObject({ lifecycle: 'merged', mergedInto: id });

  await curations.give({ action: 'split', incidentId: far, mentionIds: ['far-1-m'], ...who });
  await until('the split', () => updates.length === 9);
  const split = updates.find(({ change }) => change === 'split')?.key ?? '';
  expect([id, far]).not.toContain(split);
  await curations.give({ action: 'retract', incidentId: split, ...who });
  await until('the retraction', () => of(split).length === 2);

  expect(of(id).map(({ change }) => change)).toEqual([
    ...['created', 'updated', 'updated', 'updated', 'merged', 'updated'],
  ]);
  expect(of(split).map(({ change }) => change)).toEqual(['split', 'retracted']);
  for (const key of [id, far, split]) {
    const revisions = of(key).map(({ incident }) => incident.revision);
    expect(revisions).toEqual(revisions.map((_, at) => at + 1));
  }

  const [original, empty] = databases as [TestDatabase, TestDatabase];
  const replay = await startInstance(empty, brokers, `b-${run}`, (topic) =>
    replayed(topic).physical(topic as never),
  );
  try {
    await until('the replay', async () => {
      const rows = await empty.db.query<{ next: string }>(
        'SELECT next_offset::text AS next FROM position ORDER BY topic',
      );
      return rows.map(({ next }) => next).join() === '3,5';
    });
  } finally {
    await replay.stop();
  }
  const hash = async ({ db }: TestDatabase) =>
    createHash('sha256')
      .update(JSON.stringify(await finalState(db)))
      .digest('hex');
  expect(await hash(empty)).toBe(await hash(original));
}, 120_000);
