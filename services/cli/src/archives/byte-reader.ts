import { ArchiveFault } from './archive-fault.js';
import { BROKEN } from './inflate-members.js';

const NEWLINE = 0x0a;
const NOTHING = Buffer.alloc(0);

/**
 * Reads a stream by counts and markers, and holds no more than what was asked for and one chunk. Where
 * the stream has a broken place, the read that meets it throws and the next one begins behind it.
 */
export class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array | typeof BROKEN>;
  private pending: Buffer = NOTHING;
  /** Whether what comes next stands at the beginning of the stream or behind a broken place. */
  private isFresh = true;
  private stop: 'none' | 'broken' | 'end' = 'none';

  constructor(source: AsyncIterable<Uint8Array | typeof BROKEN>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** Up to `count` bytes that come next, left where they are; fewer before an end or a broken place. */
  async peek(count: number): Promise<Buffer> {
    while (this.pending.length < count && this.stop === 'none') {
      const chunk = await this.next();
      if (chunk) this.pending = appended(this.pending, chunk);
    }
    return this.pending.subarray(0, count);
  }

  /** Whether nothing at all comes any more. */
  async isAtEnd(): Promise<boolean> {
    return (await this.peek(1)).length === 0 && this.stop === 'end';
  }

  /** @throws ArchiveFault ERR_WARC_TRUNCATED, ERR_WARC_GZIP */
  async read(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.take(count)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** @throws ArchiveFault ERR_WARC_TRUNCATED, ERR_WARC_GZIP */
  async skip(count: number): Promise<void> {
    for await (const part of this.take(count)) void part;
  }

  /**
   * What stands before the next `marker`, which is consumed with it.
   * @throws ArchiveFault ERR_WARC_HEADER after `maxBytes` without it; ERR_WARC_TRUNCATED, ERR_WARC_GZIP
   */
  async readTo(marker: Uint8Array, maxBytes: number): Promise<Buffer> {
    for (let size = marker.length; ; size = this.pending.length + 1) {
      const seen = await this.peek(size);
      const at = this.pending.indexOf(marker);
      if (at !== -1 && at <= maxBytes) {
        return this.consume(at + marker.length).subarray(0, at);
      }
      if (this.pending.length > maxBytes + marker.length)
        throw new ArchiveFault('ERR_WARC_HEADER', `A header has at most ${maxBytes} bytes.`);
      if (seen.length < size) this.throwStop();
    }
  }

  /** Drops everything before the next `marker` that stands at the beginning of a line; false at the end. */
  async seekLine(marker: Uint8Array): Promise<boolean> {
    for (;;) {
      const size = Math.max(this.pending.length, marker.length) + 1;
      const seen = await this.peek(size);
      const at = this.lineWith(marker);
      if (at !== -1) {
        this.pending = this.pending.subarray(at);
        return true;
      }
      if (seen.length === size) {
        // As much as a marker and the newline before it, which the next chunk may complete.
        this.consume(this.pending.length - marker.length);
      } else {
        if (this.stop === 'end') return false;
        this.passBroken();
      }
    }
  }

  private lineWith(marker: Uint8Array): number {
    for (let at = this.pending.indexOf(marker); at !== -1;) {
      if (at === 0 ? this.isFresh : this.pending[at - 1] === NEWLINE) return at;
      at = this.pending.indexOf(marker, at + 1);
    }
    return -1;
  }

  private consume(count: number): Buffer {
    const consumed = this.pending.subarray(0, count);
    this.pending = this.pending.subarray(count);
    this.isFresh = false;
    return consumed;
  }

  private async *take(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0;) {
      if (this.pending.length === 0) {
        await this.peek(1);
        if (this.pending.length === 0) this.throwStop();
      }
      const part = this.consume(left);
      left -= part.length;
      yield part;
    }
  }

  private async next(): Promise<Uint8Array | null> {
    const { done, value } = await this.chunks.next();
    if (done) this.stop = 'end';
    else if (value === BROKEN) this.stop = 'broken';
    else return value;
    return null;
  }

  /** Behind the broken place a new member begins, and with it a new record. */
  private passBroken(): void {
    this.pending = NOTHING;
    this.isFresh = true;
    this.stop = 'none';
  }

  private throwStop(): never {
    if (this.stop === 'broken') {
      this.passBroken();
      throw new ArchiveFault('ERR_WARC_GZIP', 'The gzip data of this record is broken.');
    }
    this.pending = NOTHING;
    throw new ArchiveFault('ERR_WARC_TRUNCATED', 'The archive ends within this record.');
  }
}

/** Copies only where something is left over. */
const appended = (pending: Buffer, chunk: Uint8Array): Buffer =>
  pending.length === 0
    ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    : Buffer.concat([pending, chunk]);
