import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrokerReader } from '@tocsin/messaging';
import { forgetGroup } from '@tocsin/messaging-kafka';
import { freePort } from '../stack/ports.js';
import { ensureDatabase } from '../stack/postgres/probe.js';
import type { Stack } from '../stack/stack.js';
import { serviceSpec, untilReady } from '../start/services.js';
import { stderrLog } from '../start/stderr-log.js';
import { ContentDatabase } from './content-database.js';
import { mainTopics, retryPlaces } from './group-places.js';
import type { ReplayEvidence } from './invariants/replayed.js';

const DATABASE = 'tocsin_replay';
const POLL_MS = 300;
/** The dead members' sessions run out first. */
const LIMIT_MS = 120_000;

/**
 * Lets a deduplicator read its topics from the earliest record into an empty database, and gives what both databases
 * come to. Everything else must have been stopped: what the replay publishes is nobody's business.
 */
export async function replay(
  stack: Stack,
  broker: BrokerReader,
  settings: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ReplayEvidence> {
  await ensureDatabase(stack.databaseUrl, DATABASE);
  const url = Object.assign(new URL(stack.databaseUrl), { pathname: `/${DATABASE}` }).href;
  const kafka = { brokers: stack.kafkaBrokers.split(','), clientId: 'tocsin-chaos' };
  await forgetGroup(kafka, 'deduplicator', stderrLog);
  const port = await freePort();
  const plan = { name: 'deduplicator', port, setting: 'TOCSIN_DEDUPLICATOR_PORT' } as const;
  const spec = serviceSpec(plan, { ...stack, databaseUrl: url }, [plan], settings);
  const child = await stack.start({ ...spec, logFile: join(stack.logFolder, 'replay.log') });
  const [original, replayed] = [new ContentDatabase(stack.databaseUrl), new ContentDatabase(url)];
  try {
    await untilReady(child, port, signal);
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    // What a batch meets too late is tried again by way of a retry topic, whose end grows meanwhile.
    while (!isThere(await replayed.positions(), await endsOf(broker))) {
      await sleep(POLL_MS, undefined, { signal: limit });
    }
    return { original: await original.content(), replayed: await replayed.content() };
  } finally {
    await child.stopQuickly();
    await Promise.all([original.close(), replayed.close()]);
  }
}

/** Where the logs end that the deduplicator reads, retries too, by `topic/partition`; empty partitions left out. */
async function endsOf(broker: BrokerReader): Promise<Map<string, bigint>> {
  const ends = new Map<string, bigint>();
  for (const { group, topic } of [...mainTopics(), ...retryPlaces()]) {
    if (group !== 'deduplicator') continue;
    for (const [partition, { low, high }] of await broker.ranges(topic)) {
      if (high > low) ends.set(`${topic}/${partition}`, high);
    }
  }
  return ends;
}

/** Whether every partition has been read to its end. */
export const isThere = (
  positions: ReadonlyMap<string, bigint>,
  wanted: ReadonlyMap<string, bigint>,
): boolean => [...wanted].every(([place, end]) => (positions.get(place) ?? 0n) >= end);
