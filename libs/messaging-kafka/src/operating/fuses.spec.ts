import { afterEach, describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import {
  Consumption,
  deadLetter,
  ok,
  PermanentError,
  type Environment,
  type InMemoryBroker,
  type StatelessSubscription,
} from '@tocsin/messaging';
import { memoryBroker } from '../testing/letters.js';
import { listFuses, releaseFuse } from './fuses.js';
import { readingsOf, type GroupTopic } from './readings.js';

const places = readingsOf(withPrefix(''));
const place = places.find(({ topic }) => topic === 'article-fetched') as GroupTopic;
const asked = { group: 'extractor', physicalTopic: 'article-fetched', partition: 0 };
const codec = { encode: () => Buffer.from(''), decode: () => ({}), schemaVersion: () => '1' };
const sleep = async () => void (await new Promise((resolve) => setTimeout(resolve, 5)));
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const environment: Environment = { clock: { now: () => 0, sleep }, random: () => 0.5, log: quiet };

let broker: InMemoryBroker;
afterEach(() => broker.close());

/** A group that gives everything up until it is mended; three in a row are too many. */
async function broken(records: number) {
  broker = memoryBroker();
  const luck = { isMended: false, handled: 0 };
  const subscription: StatelessSubscription<object> = {
    topic: 'article-fetched',
    group: 'extractor',
    options: { maxRecords: 1, fuse: { inARow: 3, share: 1 } },
    handler: async (messages) =>
      messages.map(() => {
        luck.handled += 1;
        return luck.isMended ? ok() : deadLetter('PERMANENT', new PermanentError('ERR_SPEC', 'no'));
      }),
  };
  const value = Buffer.from('{}');
  const record = { topic: place.physicalTopic, key: 'k', value, headers: {}, partition: 0 };
  await broker.publish(Array(records).fill(record));
  const start = async () => {
    const consumption = new Consumption<object>(subscription, broker, codec, environment);
    return { consumption, member: await broker.subscribe(consumption.request) };
  };
  return { luck, start };
}
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await condition()) return;
    await sleep();
  }
  throw new Error('waited in vain');
}
const blown = async () => (await listFuses(broker, places)).length > 0;

describe('a blown fuse', () => {
  it('is seen from outside, with the place at which its partition stands', async () => {
    const { start } = await broken(5);
    await start();
    await until(blown);
    expect(await listFuses(broker, places)).toEqual([
      {
        topic: 'article-fetched',
        group: 'extractor',
        physicalTopic: 'article-fetched',
        partition: 0,
        offset: 3n,
        deadLetters: 3,
        inARow: 3,
      },
    ]);
  });

  it('is released wherever its partition is held, and reading goes on from there', async () => {
    const { luck, start } = await broken(5);
    const { consumption } = await start();
    await until(blown);
    luck.isMended = true;
    expect(await releaseFuse(broker, places, asked)).toMatchObject({ offset: 3n });
    await until(() => luck.handled === 5);
    expect(consumption.halted()).toEqual({});
    expect(await listFuses(broker, places)).toEqual([]);
  });

  it('is released for a member that starts later', async () => {
    const { luck, start } = await broken(5);
    const { member } = await start();
    await until(blown);
    await member.stop(100);
    await releaseFuse(broker, places, asked);
    luck.isMended = true;
    await start();
    await until(() => luck.handled === 5);
  });

  it('that blows again needs a release of its own', async () => {
    const { luck, start } = await broken(9);
    const { consumption } = await start();
    await until(blown);
    await releaseFuse(broker, places, asked);
    await until(() => luck.handled === 6 && 'article-fetched/0' in consumption.halted());
    await sleep();
    await sleep();
    expect(await listFuses(broker, places)).toMatchObject([{ offset: 6n }]);
  });

  it('must be blown to be released', async () => {
    await broken(0);
    await expect(releaseFuse(broker, places, asked)).rejects.toMatchObject({
      code: 'ERR_OPERATING_FUSE_WHOLE',
    });
  });
});
