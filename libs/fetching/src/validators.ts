import type { HttpResponse } from './http/http-client.js';

/** Validators as the server gave them, to be echoed byte for byte. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** The headers that ask only for what changed, validators byte for byte as the server gave them. */
export function conditionalHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

/** What to echo next time; a 304 may leave out what it does not change. */
export function validatorsOf(
  { status, headers }: Pick<HttpResponse, 'status' | 'headers'>,
  before: Validators,
): Validators {
  const kept = status === 304 ? before : { etag: null, lastModified: null };
  return {
    etag: headers['etag'] ?? kept.etag,
    lastModified: headers['last-modified'] ?? kept.lastModified,
  };
}
