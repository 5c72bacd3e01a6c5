import { createHash } from 'node:crypto';
import { FetchFailure } from '@tocsin/fetching';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import { assertDocument } from '../work/document-type.js';
import { contentHashOf } from './body.js';
import type { Lane } from '../frontier/types.js';

/** An article that someone hands us instead of us fetching it; exactly one body. */
export interface PushedDocument {
  readonly url: string;
  readonly title?: string;
  readonly html?: string;
  readonly text?: string;
  /** The page's bytes as they are: they are decoded where pages are read, by `contentType` and content. */
  readonly base64?: string;
  /** Of `base64` only; html and text are UTF-8. */
  readonly contentType?: string;
  readonly lane?: Lane;
  /** ISO 8601. */
  readonly publishedAt?: string;
  /** ISO 8601: when whoever fetched it did; by that time it is a version of its article. */
  readonly fetchedAt?: string;
}

/** A push that can be taken: what the record and the decision about its version need. */
export interface ReadPush {
  readonly document: PushedDocument;
  readonly articleId: string;
  /** Normalised. */
  readonly url: string;
  readonly body: Uint8Array;
  readonly contentHash: string;
  /** Null when the pusher does not know it. */
  readonly contentType: string | null;
  readonly lane: Lane;
  /** Milliseconds since the epoch; null when we are the first to have it. */
  readonly fetchedAt: number | null;
  readonly idempotencyKey: string | null;
  /** SHA-256 of the whole document: a key serves one document only. */
  readonly requestHash: string;
}

export type PushCode =
  | 'ERR_PUSH_BODY'
  | 'ERR_PUSH_CONTENT_TYPE'
  | 'ERR_PUSH_FETCHED_AT'
  | 'ERR_PUSH_KEY'
  | 'ERR_PUSH_KEY_REUSED'
  | 'ERR_PUSH_TOO_LARGE'
  | 'ERR_PUSH_URL';

/** The push cannot be taken; `code` is stable. */
export class PushRefusedError extends Error {
  constructor(
    readonly code: PushCode,
    message: string,
  ) {
    super(message);
    this.name = 'PushRefusedError';
  }
}

/** Bytes of a body; a fetched page may have as many. */
export const MAX_PUSHED_BYTES = 10 * 1024 * 1024;
const MAX_KEY_CHARS = 200;

/** @throws PushRefusedError */
export function readPush(document: PushedDocument, idempotencyKey: string | null): ReadPush {
  const url = normaliseUrl(document.url);
  if (url === null || !/^https?:\/\/[^/]/.test(url))
    throw new PushRefusedError('ERR_PUSH_URL', 'The url must be absolute, http or https.');
  if (idempotencyKey !== null && (idempotencyKey === '' || idempotencyKey.length > MAX_KEY_CHARS))
    throw new PushRefusedError(
      'ERR_PUSH_KEY',
      `An Idempotency-Key has 1 to ${MAX_KEY_CHARS} characters.`,
    );
  const { body, contentType } = bodyOf(document);
  if (body.length > MAX_PUSHED_BYTES)
    throw new PushRefusedError(
      'ERR_PUSH_TOO_LARGE',
      `A document has at most ${MAX_PUSHED_BYTES} bytes.`,
    );
  return {
    document,
    articleId: urlId(url),
    url,
    body,
    contentHash: contentHashOf(body),
    contentType,
    lane: document.lane ?? 'live',
    fetchedAt: document.fetchedAt === undefined ? null : instantOf(document.fetchedAt),
    idempotencyKey,
    requestHash: createHash('sha256').update(JSON.stringify(document)).digest('hex'),
  };
}

function bodyOf(document: PushedDocument): Pick<ReadPush, 'body' | 'contentType'> {
  const { html, text, base64, contentType } = document;
  if ([html, text, base64].filter((each) => each !== undefined).length !== 1)
    throw new PushRefusedError(
      'ERR_PUSH_BODY',
      'Exactly one of html, text and base64 must be given.',
    );
  if (base64 === undefined) {
    if (contentType !== undefined)
      throw new PushRefusedError(
        'ERR_PUSH_CONTENT_TYPE',
        'A contentType goes with base64: html and text are UTF-8 and say what they are.',
      );
    const type = html === undefined ? 'text/plain' : 'text/html';
    return {
      body: Buffer.from(html ?? text ?? '', 'utf8'),
      contentType: `${type}; charset=utf-8`,
    };
  }
  const body = Buffer.from(base64, 'base64');
  // The decoder takes anything; only what it would write itself is what the pusher meant.
  if (body.toString('base64') !== base64)
    throw new PushRefusedError('ERR_PUSH_BODY', 'The base64 is none.');
  try {
    assertDocument(contentType);
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    throw new PushRefusedError('ERR_PUSH_CONTENT_TYPE', error.message);
  }
  return { body, contentType: contentType ?? null };
}

function instantOf(fetchedAt: string): number {
  const instant = Date.parse(fetchedAt);
  if (Number.isNaN(instant) || instant < 0)
    throw new PushRefusedError('ERR_PUSH_FETCHED_AT', 'The fetchedAt is no time since 1970.');
  return instant;
}
