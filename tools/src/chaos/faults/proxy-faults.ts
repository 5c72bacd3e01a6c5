import type { ServiceName } from '../../start/services.js';
import type { Fault } from './fault.js';
import type { FaultLine } from './fault-line.js';
import { API, type KafkaRequest } from './proxy/kafka-conversation.js';
import { isCommit } from './proxy/postgres-conversation.js';

const ARTICLES = 8;
const CUTS = 8;
const CUT_EVERY_MS = 600;
const SLOW_MS = { kafka: 250, postgres: 60 };
const SLOW_FOR_MS = 8_000;
const SWALLOWED_FOR_MS = 4_000;
/** Answers that get lost, of each kind. */
const LOST = 5;

async function cutAgain(line: FaultLine, proxy: 'kafka' | 'postgres') {
  let cut = 0;
  line.publish(ARTICLES);
  for (let time = 0; time < CUTS; time += 1) {
    line.publish(1);
    await line.wait(CUT_EVERY_MS * (0.5 + line.parts.random()));
    cut += line.parts[proxy].cut();
  }
  return { counts: { 'connections cut': cut } };
}

/** What is open vanishes without a word, and for a while what is opened does, too. */
async function halfOpen(line: FaultLine, name: 'kafka' | 'postgres') {
  const proxy = line.parts[name];
  await line.underWork(ARTICLES);
  const vanished = proxy.halfOpen();
  proxy.swallowsNew = true;
  line.publish(ARTICLES);
  await line.wait(SWALLOWED_FOR_MS);
  proxy.heal();
  return { counts: { 'connections that vanished': vanished } };
}

/** Does it to the first few of the requests that are meant. */
async function strikeRequests(line: FaultLine, api: number): Promise<number> {
  let lost = 0;
  line.parts.kafka.onRequest((request) => {
    if (request.api !== api || lost === LOST) return 'pass';
    lost += 1;
    return 'drop-reply';
  });
  line.publish(ARTICLES);
  await line.until('they are lost', async () => lost === LOST, 120_000);
  return lost;
}

/**
 * Kills a service at the moment at which it sends that request.
 * @param arrives whether the request gets there; its answer never does
 */
async function dieAt(line: FaultLine, name: ServiceName, api: number, arrives: boolean) {
  let died: Promise<void> | undefined;
  const isMeant = (request: KafkaRequest) => request.api === api && request.client === name;
  line.parts.kafka.onRequest((request) => {
    if (!isMeant(request)) return 'pass';
    died ??= line.parts.services.kill(name);
    return arrives ? 'drop-reply' : 'drop';
  });
  await line.underWork(ARTICLES);
  await line.until(`the ${name} asks for it`, async () => died !== undefined);
  await died;
  const open = await line.onTheirWay();
  await line.restore();
  return open;
}

async function dieInTurn(line: FaultLine, names: ServiceName[], api: number, arrives: boolean) {
  let open = 0;
  for (const name of names) open += await dieAt(line, name, api, arrives);
  return { counts: { 'services that died at it': names.length, 'articles on their way': open } };
}

export const proxyFaults: readonly Fault[] = [
  {
    name: 'kafka-cut',
    title: 'connections to the broker are cut again and again',
    strike: (line) => cutAgain(line, 'kafka'),
  },
  {
    name: 'postgres-cut',
    title: 'connections to the database are cut again and again',
    strike: (line) => cutAgain(line, 'postgres'),
  },
  {
    name: 'slow',
    title: 'broker and database answer slowly',
    strike: async (line) => {
      const { kafka, postgres } = line.parts;
      kafka.delayMs = SLOW_MS.kafka;
      postgres.delayMs = SLOW_MS.postgres;
      await line.underWork(ARTICLES);
      await line.wait(SLOW_FOR_MS);
      const open = await line.onTheirWay();
      return {
        counts: { 'connections slowed': kafka.connections + postgres.connections },
        violations: open < 0 ? ['more articles ended than were published'] : [],
      };
    },
  },
  {
    name: 'kafka-half-open',
    isExtra: true,
    title: 'connections to the broker stay open and nothing comes through any more',
    strike: (line) => halfOpen(line, 'kafka'),
  },
  {
    name: 'postgres-half-open',
    title: 'connections to the database stay open and nothing comes through any more',
    strike: (line) => halfOpen(line, 'postgres'),
  },
  {
    name: 'publish-replies',
    title: 'the broker takes records, and its answers get lost',
    strike: async (line) => ({
      counts: { 'answers lost': await strikeRequests(line, API.produce) },
    }),
  },
  {
    name: 'commit-replies',
    title: 'the database commits, and the connection breaks before its answer',
    strike: async (line) => {
      let lost = 0;
      line.parts.postgres.onRequest((request) => {
        if (!isCommit(request) || lost === LOST) return 'pass';
        lost += 1;
        return 'cut-before-reply';
      });
      line.publish(ARTICLES);
      await line.until('they are lost', async () => lost === LOST);
      return { counts: { 'answers to COMMIT lost': lost } };
    },
  },
  {
    name: 'die-before-offset',
    title: 'stateful services die after their database commit and before their offset commit',
    strike: (line) => dieInTurn(line, ['deduplicator', 'store'], API.offsetCommit, false),
  },
  {
    name: 'die-after-offset',
    isExtra: true,
    title: 'services die when their offset commit has arrived',
    strike: (line) => dieInTurn(line, ['extractor', 'deduplicator'], API.offsetCommit, true),
  },
  {
    name: 'die-before-publish',
    isExtra: true,
    title: 'services die when they publish, and the broker never hears of it',
    strike: (line) => dieInTurn(line, ['fetcher', 'deduplicator'], API.produce, false),
  },
  {
    name: 'die-after-publish',
    title: 'services die when the broker has what they published, and they do not know',
    strike: (line) => dieInTurn(line, ['fetcher', 'extractor', 'deduplicator'], API.produce, true),
  },
];
