import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A record as a spec wants it; what it leaves out is as a well-behaved crawler writes it. */
export interface RecordSpec {
  readonly type?: string;
  readonly url?: string;
  readonly date?: string;
  readonly id?: string;
  readonly block: Buffer | string;
  /** Header lines, also such that overwrite the usual ones: of repeated fields the first counts. */
  readonly first?: readonly string[];
}

/** One WARC record with its two empty lines. */
export function warcRecord({ type, url, date, id, block, first = [] }: RecordSpec): Buffer {
  const bytes = Buffer.from(block as string);
  const digest = createHash('sha1').update(bytes).digest('hex').toUpperCase();
  const lines = [
    'WARC/1.0',
    ...first,
    `WARC-Type: ${type ?? 'response'}`,
    `WARC-Record-ID: <urn:uuid:${id ?? randomUUID()}>`,
    `WARC-Target-URI: ${url ?? 'https://example.org/a'}`,
    `WARC-Date: ${date ?? '2016-08-26T11:02:03Z'}`,
    `WARC-Payload-Digest: sha1:${digest}`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([
    Buffer.from(`${lines.join('\r\n')}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n\r\n'),
  ]);
}

/** An HTTP response as it stands in a record. */
export function httpResponse(
  body: Buffer | string,
  headers: readonly string[] = ['Content-Type: text/html; charset=utf-8'],
  statusLine = 'HTTP/1.1 200 OK',
): Buffer {
  const head = `${[statusLine, ...headers].join('\r\n')}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body as string)]);
}

/** A page's record. */
export const pageRecord = (url: string, body: string, more: Partial<RecordSpec> = {}): Buffer =>
  warcRecord({ url, block: httpResponse(body), ...more });

/** A member for each record, as published archives have it. */
export const gzipped = (...records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));

/** A stream in chunks of a size. */
export async function* inChunks(bytes: Buffer, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
