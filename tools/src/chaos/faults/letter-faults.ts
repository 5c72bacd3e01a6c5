import { deadLetterTopicOf, type TopicName, withPrefix } from '@tocsin/contracts';
import {
  findLetters,
  type FoundLetter,
  type LetterFilter,
  listFuses,
  readingsOf,
  redriveLetters,
  releaseFuse,
} from '@tocsin/messaging-kafka';
import { plantBroken, plantSound } from '../planted-records.js';
import type { Fault } from './fault.js';
import type { FaultLine } from './fault-line.js';
import { API } from './proxy/kafka-conversation.js';

const ARTICLES = 8;
/** The fuse blows at twenty in a row; the others come after its release. */
const BROKEN = 24;
const BLOWN_AT = 20;
const REDRIVES = 10;
const MAX_GROWTH_BYTES = 8_192;
const PLACES = readingsOf(withPrefix(''));
const ALL = { limit: 1_000, scan: 100_000 };

/** Publishes records that can't be handled and notes where they lie. */
async function plant(line: FaultLine, topic: TopicName, count?: number) {
  const places = await plantBroken(line.parts.broker, topic, count);
  line.planted.push(...places);
  return places;
}

const lettersOf = async ({ parts }: FaultLine, filter: LetterFilter): Promise<FoundLetter[]> => [
  ...(await findLetters(parts.broker, PLACES, filter, ALL, (found) => found)).items,
];

const poison: Fault = {
  name: 'poison',
  title: 'records that nobody can read, at the first, a middle and the last offset of their topic',
  strike: async (line) => {
    const curated = { topic: 'incident-curated', group: 'deduplicator' };
    const before = (await lettersOf(line, curated)).length;
    line.publish(ARTICLES);
    const first = line.planted.filter((place) => place === 'incident-curated/0/0');
    await plantSound(line.parts.broker);
    const middle = await plant(line, 'incident-curated');
    await plantSound(line.parts.broker);
    const last = await plant(line, 'incident-curated');
    await plant(line, 'incident-extracted');
    const wanted = before + middle.length + last.length;
    await line.until(
      'all are given up',
      async () => (await lettersOf(line, curated)).length >= wanted,
    );
    const counts = { first: first.length, middle: middle.length, last: last.length };
    return { counts };
  },
};

const fuse: Fault = {
  name: 'fuse',
  title: 'every record of a partition fails: the fuse blows, survives a kill, and is released',
  strike: async (line) => {
    const { broker, services } = line.parts;
    const blown = async () => (await listFuses(broker, PLACES))[0];
    const places = await plant(line, 'article-settled', BROKEN);
    await line.underWork(ARTICLES * 3);
    await line.until('the fuse has blown', async () => (await blown()) !== undefined);
    const before = await blown();
    await services.kill('store');
    await services.startAgain('store');
    await services.ready('store');
    await line.wait(4_000);
    const after = await blown();
    const waiting = await line.onTheirWay();
    const letters = await lettersOf(line, { topic: 'article-settled', group: 'store' });
    const release = before ?? { group: '', physicalTopic: '', partition: -1 };
    await releaseFuse(broker, PLACES, release);
    await line.until('it is whole', async () => (await blown()) === undefined);
    const moved = before?.offset !== after?.offset;
    return {
      counts: {
        broken: places.length,
        'dead letters before the release': letters.length,
        'articles that waited': waiting,
      },
      violations: [
        ...(moved ? [`the partition went on from ${before?.offset} to ${after?.offset}`] : []),
        ...(letters.length > BLOWN_AT ? [`${letters.length} dead letters before the release`] : []),
      ],
    };
  },
};

const unwritable: Fault = {
  name: 'dead-letters-unwritable',
  title: 'the dead-letter topic can not be written: the offset stays, and the letter comes later',
  strike: async (line) => {
    const { broker, kafka } = line.parts;
    const [topic, group] = ['article-extracted', 'store'] as const;
    const letters = deadLetterTopicOf(topic, group);
    let refused = 0;
    kafka.onRequest((request) => {
      if (request.api !== API.produce || !request.names(letters)) return 'pass';
      refused += 1;
      return 'drop';
    });
    const [place = ''] = await plant(line, topic, 1);
    line.publish(ARTICLES);
    await line.until('it is refused twice', async () => refused > 1, 120_000);
    const offset = BigInt(place.split('/')[2] ?? 0);
    const committed = (await broker.committed(group, topic)).get(0)?.offset ?? 0n;
    kafka.heal();
    await line.until(
      'the letter is there',
      async () => {
        return (await lettersOf(line, { topic, group })).length > 0;
      },
      120_000,
    );
    return {
      counts: { 'writes refused': refused },
      violations: committed > offset ? [`${place} was passed before its letter was written`] : [],
    };
  },
};

const redrive: Fault = {
  name: 'redrive',
  title: 'a dead letter is redriven ten times: it fails again each time and stays what it was',
  strike: async (line) => {
    const meant = { topic: 'incident-curated', group: 'deduplicator' };
    const before = await lettersOf(line, meant);
    const [first] = before;
    if (!first) throw new Error('There is no dead letter to redrive.');
    const same = ({ letter }: FoundLetter) =>
      String(letter.record.value) === String(first.letter.record.value) &&
      letter.origin.offset === first.letter.origin.offset;
    let newest = first;
    for (let times = 1; times <= REDRIVES; times += 1) {
      line.publish(1);
      await redriveLetters(line.parts.broker, [newest], Date.now());
      await line.until(`it failed again after redrive ${times}`, async () => {
        const found = (await lettersOf(line, meant)).filter(same);
        newest =
          found.find(({ letter }) => letter.redrives === first.letter.redrives + times) ?? newest;
        return newest.letter.redrives === first.letter.redrives + times;
      });
    }
    const growth = sizeOf(newest) - sizeOf(first);
    const [was, is] = [first.letter.firstFailedAt, newest.letter.firstFailedAt];
    return {
      counts: { redrives: newest.letter.redrives - first.letter.redrives },
      violations: [
        ...(growth > MAX_GROWTH_BYTES ? [`its headers grew by ${growth} bytes`] : []),
        ...(was === is ? [] : [`its first failure moved from ${was} to ${is}`]),
      ],
    };
  },
};

/** Bytes of its headers. */
function sizeOf({ letter }: FoundLetter): number {
  return Object.entries(letter.record.headers).reduce(
    (sum, [name, value]) => sum + name.length + Buffer.concat([value].flat() as Buffer[]).length,
    0,
  );
}

export const letterFaults: readonly Fault[] = [poison, fuse, unwritable, redrive];
