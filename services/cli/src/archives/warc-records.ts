import { ArchiveFault, type ArchiveCode } from './archive-fault.js';
import { ByteReader } from './byte-reader.js';
import { headerFields, type HeaderFields } from './header-fields.js';
import { BROKEN, inflateMembers } from './inflate-members.js';

/** Caps on what one record may claim, in bytes. */
export interface WarcLimits {
  readonly headerBytes: number;
  readonly blockBytes: number;
}

/** A WARC's head is some hundred bytes; a block is a page with its HTTP headers. */
export const WARC_LIMITS: WarcLimits = {
  headerBytes: 64 * 1024,
  blockBytes: 12 * 1024 * 1024,
};

/** One part of an archive, in its sequence. */
export type WarcEntry =
  | { readonly kind: 'record'; readonly fields: HeaderFields; readonly block: Buffer }
  /** A record of a type that is not wanted; its block was never held. */
  | { readonly kind: 'other'; readonly type: string }
  | { readonly kind: 'bad'; readonly code: ArchiveCode; readonly message: string };

const START = Buffer.from('WARC/1.');
const GZIP = Buffer.from([0x1f, 0x8b]);
const HEADER_END = Buffer.from('\r\n\r\n');

/**
 * The records of a WARC file (ISO 28500), as it is or gzipped record by record. One record is held at a
 * time. What can't be read is an entry of its own, and reading goes on at the next record.
 *
 * @param wanted whether a record's block is to be read
 */
export async function* readWarc(
  source: AsyncIterable<Uint8Array>,
  wanted: (fields: HeaderFields) => boolean,
  limits: WarcLimits = WARC_LIMITS,
): AsyncGenerator<WarcEntry> {
  const reader = new ByteReader(await inflated(source));
  while (!(await reader.isAtEnd())) {
    const entry = await nextEntry(reader, wanted, limits);
    yield entry;
    if (entry.kind === 'bad' && !(await reader.seekLine(START))) return;
    await skipBlankLines(reader);
  }
}

async function nextEntry(
  reader: ByteReader,
  wanted: (fields: HeaderFields) => boolean,
  limits: WarcLimits,
): Promise<WarcEntry> {
  try {
    const fields = await readHeader(reader, limits.headerBytes);
    const type = (fields.get('warc-type') ?? 'none').toLowerCase();
    const length = lengthOf(fields);
    if (!wanted(fields)) {
      await reader.skip(length);
      await assertEnd(reader);
      return { kind: 'other', type };
    }
    if (length > limits.blockBytes) {
      await reader.skip(length);
      throw new ArchiveFault('ERR_WARC_TOO_LARGE', `A record has ${length} bytes.`);
    }
    const block = await reader.read(length);
    await assertEnd(reader);
    return { kind: 'record', fields, block };
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    return { kind: 'bad', code: error.code, message: error.message };
  }
}

async function readHeader(reader: ByteReader, maxBytes: number): Promise<HeaderFields> {
  const start = await reader.peek(START.length);
  if (!start.equals(START.subarray(0, start.length))) {
    // One byte on, else looking for the next beginning would find this one.
    await reader.skip(1);
    throw new ArchiveFault('ERR_WARC_HEADER', 'No WARC/1.0 or WARC/1.1 record begins here.');
  }
  await reader.skip(START.length);
  return headerFields(await reader.readTo(HEADER_END, maxBytes));
}

function lengthOf(fields: HeaderFields): number {
  const length = fields.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length))
    throw new ArchiveFault('ERR_WARC_HEADER', 'A record has no Content-Length.');
  return Number(length);
}

/** A block that is followed by anything but the next record is not as long as its header says. */
async function assertEnd(reader: ByteReader): Promise<void> {
  const rest = (await reader.peek(HEADER_END.length)).toString('latin1').replace(/^[\r\n]+/, '');
  if ('WARC'.startsWith(rest)) return;
  throw new ArchiveFault('ERR_WARC_LENGTH', 'A record is not as long as its Content-Length says.');
}

async function skipBlankLines(reader: ByteReader): Promise<void> {
  for (;;) {
    const [byte] = await reader.peek(1);
    if (byte !== 0x0d && byte !== 0x0a) return;
    await reader.skip(1);
  }
}

/** By its first bytes, not its name. */
async function inflated(
  source: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array | typeof BROKEN>> {
  const chunks = source[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  while (first.length < GZIP.length) {
    const { done, value } = await chunks.next();
    if (done) break;
    first = Buffer.concat([first, value]);
  }
  const whole = (async function* () {
    yield first;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  return first.subarray(0, GZIP.length).equals(GZIP) ? inflateMembers(whole) : whole;
}
