import { describe, expect, it } from '@jest/globals';
import { fingerprint, lshBands, signatureOf } from '@tocsin/dedup';
import type { CopyIndex, FiledSignature, Filing } from '../index/copy-index.port.js';
import type { SearchLocks } from '../index/search-locks.js';
import { storyOf } from '../testing/messages.js';
import { unsettled } from './unsettled-copies.js';

const agency = storyOf('agency', 150);

/** A text filed as published in a minute. */
function filed(articleId: string, text: string, minute: number): FiledSignature {
  const signature = signatureOf({
    articleId,
    at: minute * 60_000,
    url: `https://${articleId}.example/`,
    language: 'en',
    fingerprint: fingerprint(text),
  });
  return { signature, span: 0, bands: lshBands(signature) };
}
const filingOf = ({ signature, span }: FiledSignature): Filing => ({
  position: signature.order,
  span,
});

const copy = filed('copy', `${agency} ${storyOf('tail', 9)}`, 30);
const source = filed('source', agency, 20);
const farther = (minute: number) => filed('farther', `${agency} ${storyOf('other', 40)}`, minute);

/** Whether the copy is to be searched for again, and how many buckets were taken and looked into to know it. */
async function asked(
  arrival: FiledSignature,
  known: Filing | null | 'lost',
  inBuckets: readonly FiledSignature[] = [],
) {
  let [taken, looked] = [0, 0];
  const index = {
    at: async (filings: readonly Filing[]) =>
      filings.some(({ position }) => position === source.signature.order) ? [source] : [],
    before: async ([of]: readonly FiledSignature[]) => {
      looked = of?.bands.length ?? 0;
      return new Map([[0, inBuckets.map(filingOf)]]);
    },
  } as unknown as CopyIndex;
  const locks = {
    take: async (_: string, names: readonly string[]) => void (taken = names.length),
  } as unknown as SearchLocks;
  const changed = await unsettled(
    [copy],
    new Map([[copy.signature.order, [arrival.signature]]]),
    index,
    {
      locks,
      knownSources: async () => new Map(known === 'lost' ? [] : [['copy', known]]),
    },
  );
  return { again: changed.length > 0, taken, looked };
}

describe('a copy after which nothing nearer came', () => {
  it('keeps a source that is before what came, unlooked', async () => {
    expect(await asked(farther(25), filingOf(source))).toEqual({
      again: false,
      taken: 0,
      looked: 0,
    });
  });

  it('keeps a source that what came before it did not push out of a bucket', async () => {
    const looked = await asked(farther(10), filingOf(source), [source]);
    expect(looked).toEqual({ again: false, taken: 4, looked: 4 });
  });

  it('that has none goes on having none', async () => {
    expect(await asked(filed('own', storyOf('own', 150), 10), null)).toMatchObject({
      again: false,
    });
  });
});

describe('a copy is searched for again', () => {
  it('where what came is nearer', async () => {
    const nearer = filed('nearer', `${agency} ${storyOf('tail', 8)}`, 25);
    expect(await asked(nearer, filingOf(source))).toMatchObject({ again: true });
  });

  it('where it had no source and is like what came', async () => {
    expect(await asked(farther(10), null)).toMatchObject({ again: true });
  });

  it('where its source was pushed out', async () => {
    expect(await asked(farther(10), filingOf(source), [])).toMatchObject({ again: true });
  });

  it('where its source is not known any more', async () => {
    expect(await asked(farther(25), 'lost')).toMatchObject({ again: true });
    expect(await asked(farther(25), { position: 1n, span: 0 })).toMatchObject({ again: true });
  });
});
