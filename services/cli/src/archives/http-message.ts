import { decodeBody, FetchFailure } from '@tocsin/fetching';
import { ArchiveFault } from './archive-fault.js';
import { headerFields, type HeaderFields } from './header-fields.js';

/** An archived response; its body as it stands in the record. */
export interface HttpMessage {
  readonly status: number;
  readonly fields: HeaderFields;
  readonly body: Buffer;
}

/** Bytes of the status line and header fields. */
const MAX_HEADER_BYTES = 64 * 1024;
const HEADER_END = Buffer.from('\r\n\r\n');
const CRLF = Buffer.from('\r\n');

/** @throws ArchiveFault ERR_WARC_HTTP */
export function parseHttp(block: Buffer): HttpMessage {
  const end = block.subarray(0, MAX_HEADER_BYTES).indexOf(HEADER_END);
  const head = block.subarray(0, Math.max(end, 0));
  const lineEnd = head.indexOf(CRLF);
  const statusLine = (lineEnd === -1 ? head : head.subarray(0, lineEnd)).toString('latin1');
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(statusLine)?.[1];
  if (status === undefined)
    throw new ArchiveFault('ERR_WARC_HTTP', 'The record holds no HTTP response.');
  return {
    status: Number(status),
    fields: headerFields(lineEnd === -1 ? Buffer.alloc(0) : head.subarray(lineEnd)),
    body: block.subarray(end + HEADER_END.length),
  };
}

/**
 * A body without its transfer and content codings. Crawlers often store it decoded and leave the header
 * fields as the server sent them: a body that is plainly not in its coding is taken as it is.
 *
 * @throws ArchiveFault ERR_WARC_CHUNKED, ERR_WARC_ENCODING, ERR_WARC_TOO_LARGE
 */
export async function decodedBody(
  { fields, body }: HttpMessage,
  maxBytes: number,
): Promise<Buffer> {
  const isChunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '');
  const whole = isChunked ? dechunked(body) : body;
  const coding = fields.get('content-encoding') ?? '';
  if (isPlain(whole, coding)) return within(whole, maxBytes);
  try {
    const wire = { headers: { 'content-encoding': coding }, chunks: [whole], cut: false };
    return (await decodeBody({ ...wire, bytes: whole.length }, maxBytes)).body;
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    throw error.code === 'ERR_FETCH_TOO_LARGE'
      ? new ArchiveFault('ERR_WARC_TOO_LARGE', error.message)
      : new ArchiveFault('ERR_WARC_ENCODING', error.message);
  }
}

/** Markup begins with a bracket, which no gzip, zlib or zstd data does. */
function isPlain(body: Buffer, coding: string): boolean {
  if (/^\s*(identity)?\s*$/i.test(coding)) return true;
  if (/^\s*(x-)?gzip\s*$/i.test(coding)) return body[0] !== 0x1f || body[1] !== 0x8b;
  return /^(\xef\xbb\xbf)?\s*<[!?a-z]/i.test(body.subarray(0, 256).toString('latin1'));
}

function within(body: Buffer, maxBytes: number): Buffer {
  if (body.length > maxBytes)
    throw new ArchiveFault('ERR_WARC_TOO_LARGE', `The body exceeds ${maxBytes} bytes.`);
  return body;
}

/** The chunks' content (RFC 9112, 7.1); a body that does not begin with a chunk is none. */
function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = body.subarray(at, at + MAX_CHUNK_LINE).indexOf(CRLF);
    const line = body.subarray(at, at + Math.max(lineEnd, 0)).toString('latin1');
    const size = /^([0-9a-f]{1,8})\s*(;.*)?$/i.exec(line)?.[1];
    if (size === undefined && at === 0) return body;
    const from = at + lineEnd + CRLF.length;
    const to = from + parseInt(size ?? '', 16);
    if (size === undefined || to > body.length)
      throw new ArchiveFault('ERR_WARC_CHUNKED', 'The chunks of the body are broken.');
    if (to === from) return Buffer.concat(parts);
    parts.push(body.subarray(from, to));
    at = to + CRLF.length;
  }
}

/** Bytes of a chunk's first line, extensions included. */
const MAX_CHUNK_LINE = 4_096;
