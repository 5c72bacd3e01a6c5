import type { OutgoingRecord } from '@tocsin/messaging';

/**
 * Headers as JSON can hold them: text as it is, bytes as base64 in an object, repeated ones as a list.
 * NUL can't stand in jsonb, so text that holds one is kept as bytes.
 */
type StoredHeader = string | { readonly base64: string } | { readonly list: readonly string[] };
export type StoredHeaders = Readonly<Record<string, StoredHeader>>;

export function toStoredHeaders(headers: OutgoingRecord['headers']): StoredHeaders {
  return mapValues(headers, (value) => {
    if (typeof value === 'string') {
      return value.includes('\0') ? { base64: Buffer.from(value).toString('base64') } : value;
    }
    if (Buffer.isBuffer(value)) return { base64: value.toString('base64') };
    return { list: value.map((bytes) => bytes.toString('base64')) };
  });
}

export function fromStoredHeaders(stored: StoredHeaders): OutgoingRecord['headers'] {
  return mapValues(stored, (value) => {
    if (typeof value === 'string') return value;
    if ('base64' in value) return Buffer.from(value.base64, 'base64');
    return value.list.map((text) => Buffer.from(text, 'base64'));
  });
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
