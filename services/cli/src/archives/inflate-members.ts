import { constants, createGunzip, type Gunzip } from 'node:zlib';

/** Stands in the stream where a gzip member could not be read: what came before it is cut off. */
export const BROKEN = Symbol('broken gzip member');

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

/** Compressed bytes inflated at a time: a bomb makes at most a thousand times as many of them. */
const STEP_BYTES = 8 * 1024;

/**
 * The content of a gzip file of many members, as archives are: one member for each record. A member that
 * is broken costs itself only: reading goes on where the next one begins. (Bytes that are no member, right
 * behind one, also cost what that gave in its last step.) A file that ends too early just ends; that its
 * last record is cut is for the reader of records to see.
 */
export async function* inflateMembers(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | typeof BROKEN> {
  let inflater: Inflater | null = null;
  try {
    for await (const { bytes, begins } of pieces(source)) {
      if (!inflater && begins) inflater = new Inflater();
      if (!inflater) continue;
      const { chunks, state } = await inflater.feed(bytes);
      yield* chunks;
      if (state === 'open') continue;
      inflater.close();
      inflater = null;
      if (state === 'failed') yield BROKEN;
    }
    if (inflater) yield* await inflater.finish();
  } finally {
    inflater?.close();
  }
}

interface Piece {
  readonly bytes: Buffer;
  /** Whether a member may begin here: its own first bytes say so, or those of a body by chance. */
  readonly begins: boolean;
}

/** Cuts before whatever may be a member's beginning, so that no piece holds parts of two members. */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let held = Buffer.alloc(0);
  for await (const chunk of source) {
    const bytes = Buffer.concat([held, chunk]);
    const cut = bytes.length - startOfMagicAtEnd(bytes);
    held = bytes.subarray(cut);
    yield* cutUp(bytes.subarray(0, cut));
  }
  yield* cutUp(held);
}

function* cutUp(bytes: Buffer): Generator<Piece> {
  for (let from = 0; from < bytes.length;) {
    const next = bytes.indexOf(MAGIC, from + 1);
    const to = Math.min(next === -1 ? bytes.length : next, from + STEP_BYTES);
    const piece = bytes.subarray(from, to);
    yield { bytes: piece, begins: piece.subarray(0, MAGIC.length).equals(MAGIC) };
    from = to;
  }
}

/** How many last bytes might be the first of a magic number that the next chunk completes. */
function startOfMagicAtEnd(bytes: Buffer): number {
  for (const length of [2, 1])
    if (bytes.length >= length && bytes.subarray(-length).equals(MAGIC.subarray(0, length)))
      return length;
  return 0;
}

interface Fed {
  readonly chunks: readonly Buffer[];
  readonly state: 'open' | 'ended' | 'failed';
}

/** A gunzip that is fed step by step, so that nothing that came out before an error is lost. */
class Inflater {
  private readonly gunzip: Gunzip;
  private chunks: Buffer[] = [];
  private state: Fed['state'] = 'open';
  private settle: () => void = () => undefined;

  constructor() {
    // A file that was cut gives what it has.
    this.gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    this.gunzip.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.gunzip.on('error', () => this.become('failed'));
    this.gunzip.on('end', () => this.become('ended'));
  }

  async feed(bytes: Buffer): Promise<Fed> {
    await new Promise<void>((resolve) => {
      this.settle = resolve;
      this.gunzip.write(bytes, () => resolve());
    });
    const { chunks, state } = this;
    this.chunks = [];
    return { chunks, state };
  }

  async finish(): Promise<readonly Buffer[]> {
    await new Promise<void>((resolve) => {
      this.settle = resolve;
      this.gunzip.end();
    });
    return this.chunks;
  }

  close(): void {
    this.gunzip.destroy();
  }

  private become(state: 'ended' | 'failed'): void {
    this.state = state;
    this.settle();
  }
}
