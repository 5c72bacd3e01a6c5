import { describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { deadLetterOf, memoryBroker } from '../testing/letters.js';
import { readingsOf, type GroupTopic } from './readings.js';
import { findLetters, type FoundLetter } from './find-letters.js';
import { summaryOf, wholeOf } from './letter-view.js';

const [place] = readingsOf(withPrefix('')) as [GroupTopic];

async function letter(value: string | Buffer) {
  const broker = memoryBroker();
  await broker.publish([deadLetterOf(place, value)]);
  const bounds = { limit: 1, scan: 10 };
  const page = await findLetters(broker, [place], {}, bounds, (each): FoundLetter => each);
  const [found] = page.items;
  if (!found) throw new Error('no letter');
  return found;
}

describe('a dead letter as people read it', () => {
  it('says why, where and when', async () => {
    expect(summaryOf(await letter('{"n":1}'))).toEqual({
      id: 'article-fetched/extractor/0/0',
      topic: 'article-fetched',
      group: 'extractor',
      class: 'PERMANENT',
      exception: 'ERR_SPEC',
      message: 'cannot do {"n":1}',
      origin: { topic: 'article-fetched', partition: 1, offset: 7n },
      deliveries: 1,
      redrives: 0,
      firstFailedAt: '1970-01-01T00:00:01.000Z',
      lastFailedAt: '1970-01-01T00:00:01.000Z',
      traceId: '0af7651916cd43dd8448eb211c80319c',
    });
  });

  it('shows the record with its headers', async () => {
    expect(wholeOf(await letter('{"n":1}'))).toMatchObject({
      key: 'key',
      value: '{"n":1}',
      headers: { mark: 'm', 'x-dlq-class': 'PERMANENT' },
    });
  });

  it('keeps bytes that are no text', async () => {
    const { value } = wholeOf(await letter(Buffer.from([0xff, 0x00])));
    expect(value).toEqual({ base64: '/wA=' });
  });

  it('has no time where the header is broken', async () => {
    const found = await letter('x');
    const broken = { ...found, letter: { ...found.letter, firstFailedAt: Number.NaN } };
    expect(summaryOf(broken).firstFailedAt).toBeNull();
  });
});
