/**
 * Keeps a table of incidents current from the public topic. Needs Node.js 22.18 or newer and `npm install kafkajs`.
 *
 *   KAFKA_BROKERS=127.0.0.1:29092 COUNTRY=KAZ node subscribe.ts
 *
 * SNAPSHOT=FILE begins with what `tocsin snapshot --out FILE` wrote, else with the topic's first record. Prints one
 * JSON line for each change of the table.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Kafka, logLevel } from 'kafkajs';

interface Incident {
  readonly incidentId: string;
  readonly revision: number;
  readonly lifecycle: 'active' | 'merged' | 'retracted';
  readonly mergedInto: string | null;
  readonly summary: string;
}

const {
  KAFKA_BROKERS = '127.0.0.1:29092',
  TOPIC = 'incident-updated',
  HEARTBEAT_TOPIC = 'article-settled',
  STALE_MS = '600000',
  COUNTRY,
  SNAPSHOT,
  KAFKA_CA_FILE,
  KAFKA_USERNAME: username = '',
  KAFKA_PASSWORD: password = '',
} = process.env;

const table = new Map<string, Incident>();
const print = (event: string, about: object) => console.log(JSON.stringify({ event, ...about }));

const kafka = new Kafka({
  brokers: KAFKA_BROKERS.split(','),
  logLevel: logLevel.ERROR,
  // Where brokers ask who one is.
  ...(KAFKA_CA_FILE ? { ssl: { ca: [readFileSync(KAFKA_CA_FILE, 'utf8')] } } : {}),
  ...(username ? { sasl: { mechanism: 'scram-sha-512', username, password } } : {}),
});
// A group of its own, so that the table is whole after each start; nothing is committed.
const consumer = kafka.consumer({ groupId: `subscriber-${randomUUID()}` });
await consumer.connect();
await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
await consumer.run({
  autoCommit: false,
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    // The only record without a value: the incident was erased.
    if (message.value === null) return drop(id, 'erased');
    const { revision, country, change } = message.headers ?? {};
    // At least once: an older revision may come after a newer one, and changes nothing.
    if (Number(revision) <= (table.get(id)?.revision ?? 0)) return;
    // Headers decide without parsing. What a correction moves elsewhere has to leave the table, too.
    if (COUNTRY && String(country) !== COUNTRY) return drop(id, 'elsewhere');
    const incident = JSON.parse(String(message.value)) as Incident;
    if (incident.lifecycle === 'retracted') return drop(id, 'retracted');
    if (incident.lifecycle === 'merged') return drop(id, `merged into ${incident.mergedInto}`);
    table.set(id, incident);
    print('held', { change: String(change), incident });
  },
});

function drop(id: string, why: string): void {
  if (table.delete(id)) print('dropped', { id, why });
}

if (SNAPSHOT) {
  for (const line of readFileSync(SNAPSHOT, 'utf8').trim().split('\n')) {
    const { kind, incident, offsets } = JSON.parse(line);
    if (kind === 'incident') table.set(incident.incidentId, incident);
    for (const [partition, offset] of Object.entries<string>(offsets ?? {})) {
      consumer.seek({ topic: TOPIC, partition: Number(partition), offset });
    }
  }
  print('begun', { incidents: table.size });
}

/**
 * Is it quiet out there, or is the line broken? Every page that is read ends as a record of `article-settled`,
 * whether or not it tells of an incident: when even that stands still, silence means nothing.
 */
const admin = kafka.admin();
await admin.connect();
async function look(): Promise<void> {
  const since = await admin.fetchTopicOffsetsByTimestamp(
    HEARTBEAT_TOPIC,
    Date.now() - Number(STALE_MS),
  );
  const ends = await admin.fetchTopicOffsets(HEARTBEAT_TOPIC);
  const endOf = new Map(ends.map(({ partition, high }) => [partition, Number(high)]));
  const isAlive = since.some(
    ({ partition, offset }) => Number(offset) < (endOf.get(partition) ?? 0),
  );
  print(isAlive ? 'alive' : 'stale', { at: new Date().toISOString(), incidents: table.size });
}
await look();
const looking = setInterval(() => void look(), 30_000);

process.once('SIGTERM', () => {
  clearInterval(looking);
  void Promise.all([consumer.disconnect(), admin.disconnect()]);
});
