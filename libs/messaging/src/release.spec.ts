import { describe, expect, it } from '@jest/globals';

import type { BrokerReader, CommittedOffset } from './broker.port.js';
import { ManualEnvironment } from './conformance/manual-environment.js';
import { RELEASE_POLL_MS, untilReleased } from './release.js';

const standing = { group: 'g', topic: 't', partition: 1, offset: 7n };

/** A broker that answers one after the other; the last answer stays. */
function reader(...answers: (bigint | null | Error)[]) {
  const asked: string[] = [];
  const committed = async (group: string, topic: string) => {
    asked.push(`${group}/${topic}`);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    const offsets: [number, CommittedOffset][] =
      answer === null || answer === undefined ? [] : [[1, { offset: answer, metadata: '' }]];
    return new Map(offsets);
  };
  return { reader: { committed, ranges: async () => new Map() } satisfies BrokerReader, asked };
}
const wait = (of: BrokerReader, environment = new ManualEnvironment(), isStanding = () => true) =>
  untilReleased({ ...standing, signal: new AbortController().signal }, of, environment, isStanding);

describe('a partition that stands still', () => {
  it('asks the group of releases, again and again, until its own place is named', async () => {
    const environment = new ManualEnvironment();
    const { reader: broker, asked } = reader(null, 3n, 7n);
    expect(await wait(broker, environment)).toBe(true);
    expect(asked).toEqual(Array(3).fill('g-fuse-release/t'));
    expect(environment.slept).toEqual([RELEASE_POLL_MS, RELEASE_POLL_MS]);
  });

  it('asks on when the broker did not answer, and says so', async () => {
    const environment = new ManualEnvironment();
    expect(await wait(reader(new Error('away'), 7n).reader, environment)).toBe(true);
    expect(environment.codes()).toEqual(['ERR_MESSAGING_RELEASE_LOAD']);
  });

  it('has nothing to wait for once it is lost or released otherwise', async () => {
    const lost = AbortSignal.abort();
    const { reader: broker, asked } = reader(7n);
    const environment = new ManualEnvironment();
    expect(
      await untilReleased({ ...standing, signal: lost }, broker, environment, () => true),
    ).toBe(false);
    expect(await wait(broker, environment, () => false)).toBe(false);
    expect(asked).toEqual([]);
  });
});
