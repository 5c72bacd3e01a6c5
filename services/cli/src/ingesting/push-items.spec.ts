import { describe, expect, it } from '@jest/globals';
import type { Item } from './item.js';
import { pushItems, type Send, type Told } from './push-items.js';
import { Tally } from './tally.js';

const MEGABYTE = 1_000_000;
const page = (n: number, bytes = 10): Item => ({
  kind: 'document',
  source: 'file',
  id: String(n),
  bytes,
  document: { url: `https://a.org/${n}`, text: 'x'.repeat(bytes) },
});
const accepted = { articleId: 'a', version: 1, status: 'accepted' } as const;

async function run(items: Iterable<Item> | AsyncIterable<Item>, send: Send) {
  const told: Told[] = [];
  const tally = new Tally(() => 0);
  const source = (async function* () {
    yield* items;
  })();
  await pushItems(source, send, tally, async (each) => void told.push(each));
  return { told, summary: tally.summary() };
}
const pages = (count: number, bytes?: number) =>
  Array.from({ length: count }, (_, n) => page(n, bytes));

describe('documents on their way', () => {
  it('go in batches that the API takes, each document once and in sequence', async () => {
    const batches: string[][] = [];
    const { summary, told } = await run(pages(250), async (documents) => {
      batches.push(documents.map((each) => (JSON.parse(each) as { url: string }).url));
      return documents.map(() => accepted);
    });
    expect(batches.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(batches.flat()).toEqual(told.map(({ url }) => url));
    expect(summary).toMatchObject({ records: 250, pushed: 250, bytes: 2_500 });
  });

  it('go in smaller batches when they are large', async () => {
    const sizes: number[] = [];
    await run(pages(10, 2 * MEGABYTE), async (documents) => {
      sizes.push(documents.join().length);
      return documents.map(() => accepted);
    });
    expect(Math.max(...sizes)).toBeLessThan(7 * MEGABYTE);
    expect(sizes).toHaveLength(4);
  });

  it('are refused here when no request can hold them', async () => {
    const { summary } = await run([page(1, 13 * MEGABYTE), page(2)], async (documents) =>
      documents.map(() => accepted),
    );
    expect(summary).toMatchObject({ pushed: 1, refused: { ERR_CLI_TOO_LARGE: 1 } });
  });

  it('are read while a batch is on its way, and no further', async () => {
    let read = 0;
    const source = (async function* () {
      for (const each of pages(1_000)) {
        read += 1;
        yield each;
      }
    })();
    const seen: number[] = [];
    await run(source, async (documents) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(read);
      return documents.map(() => accepted);
    });
    expect(seen[0]).toBe(200);
    expect(seen.every((count, at) => count <= (at + 2) * 100)).toBe(true);
  });

  it('stop being read when they can’t be pushed any more', async () => {
    let calls = 0;
    const send: Send = async (documents) => {
      calls += 1;
      if (calls === 2) throw new Error('away');
      return documents.map(() => accepted);
    };
    await expect(run(pages(1_000), send)).rejects.toThrow('away');
    expect(calls).toBe(2);
  });

  it('have keys that stand for the record and its content', async () => {
    const keys: string[] = [];
    const changed = page(1, 11);
    const other = { ...page(1), id: 'another' };
    await run([page(1), page(1), changed, other], async (documents) => {
      keys.push(
        ...documents.map((each) => (JSON.parse(each) as { idempotencyKey: string }).idempotencyKey),
      );
      return documents.map(() => accepted);
    });
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });

  it('each have an answer, also when the fetcher gives too few', async () => {
    const { summary } = await run(pages(2), async () => [accepted]);
    expect(summary).toMatchObject({ pushed: 1, refused: { ERR_CLI_ANSWER: 1 } });
  });
});
