import { createHash } from 'node:crypto';
import type { Item } from './item.js';
import type { PushAnswer, PushRefusal, Tally } from './tally.js';

/** What became of one item; skipped ones are only counted. */
export interface Told {
  readonly source: string;
  readonly url: string | null;
  readonly answer: PushAnswer | PushRefusal;
}

/** Documents of one request, as JSON each; answers in the same sequence. */
export type Send = (documents: readonly string[]) => Promise<readonly (PushAnswer | PushRefusal)[]>;

/** The API's cap is 100 documents and 12 MiB; batches of half that size are as fast. */
const MAX_BATCH = 100;
const MAX_BATCH_BYTES = 6 * 1024 * 1024;
/** Bytes of one document in a request: what fits in one alone. */
const MAX_DOCUMENT_BYTES = 12 * 1024 * 1024 - 1_024;

interface Ready {
  readonly item: Item & { kind: 'document' };
  readonly json: string;
}

/**
 * Pushes documents in batches, one on its way while the next is read, so that versions of one page keep
 * their sequence and memory holds two batches.
 *
 * @param tell called for each document and for what could not be read
 * @throws what `send` throws; what was answered before stays, and can be pushed again without effect
 */
export async function pushItems(
  items: AsyncIterable<Item>,
  send: Send,
  tally: Tally,
  tell: (told: Told) => Promise<void>,
): Promise<void> {
  let batch: Ready[] = [];
  let bytes = 0;
  let underway: Promise<unknown> = Promise.resolve(null);
  const landed = async () => {
    const failure = await underway;
    if (failure !== null) throw failure;
  };
  const flush = async () => {
    await landed();
    const sent = batch;
    [batch, bytes] = [[], 0];
    if (sent.length > 0)
      underway = deliver(sent, send, tally, tell).then(
        () => null,
        (error: unknown) => error,
      );
  };
  for await (const item of items) {
    tally.read(item);
    if (item.kind === 'refused') await tell(refusalOf(item));
    if (item.kind !== 'document') continue;
    const json = asJson(item);
    const size = Buffer.byteLength(json);
    if (size > MAX_DOCUMENT_BYTES) {
      const answer = tooLarge(size);
      tally.answered(answer);
      await tell({ source: item.source, url: item.document.url, answer });
      continue;
    }
    if (bytes + size > MAX_BATCH_BYTES) await flush();
    batch.push({ item, json });
    bytes += size;
    if (batch.length === MAX_BATCH) await flush();
  }
  await flush();
  await landed();
}

async function deliver(
  batch: readonly Ready[],
  send: Send,
  tally: Tally,
  tell: (told: Told) => Promise<void>,
): Promise<void> {
  const answers = await send(batch.map(({ json }) => json));
  for (const [at, { item }] of batch.entries()) {
    const answer = answers[at] ?? { error: NO_ANSWER };
    tally.answered(answer);
    await tell({ source: item.source, url: item.document.url, answer });
  }
}

const NO_ANSWER = { code: 'ERR_CLI_ANSWER', message: 'The fetcher gave no answer for it.' };

/** The same record with the same content has the same key, whenever it is read. */
function asJson({ document, id }: Item & { kind: 'document' }): string {
  const hash = createHash('sha256').update(id).update('\0').update(JSON.stringify(document));
  return JSON.stringify({ ...document, idempotencyKey: hash.digest('hex') });
}

const refusalOf = ({ source, url, code, message }: Item & { kind: 'refused' }): Told => ({
  source,
  url,
  answer: { error: { code, message } },
});

const tooLarge = (size: number): PushRefusal => ({
  error: {
    code: 'ERR_CLI_TOO_LARGE',
    message: `As JSON it has ${size} bytes; a request takes ${MAX_DOCUMENT_BYTES}.`,
  },
});
