import { gunzipSync } from 'node:zlib';
import type { StoredBody } from './stored-body.js';

/** Bytes; the fetcher's own cap is lower, so only a hostile or broken record is larger. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Why a body can't be read: it would fail again. */
export interface UnreadableBody {
  readonly kind: 'unreadable';
  readonly code: 'ERR_EXTRACT_BODY' | 'ERR_EXTRACT_BODY_TOO_LARGE';
  readonly class: 'POISON' | 'TOO_LARGE';
  readonly reason: string;
}

/** The response's bytes, or why they are not what the record says. */
export function openBody({ encoding, content }: StoredBody): Uint8Array | UnreadableBody {
  const stored = typeof content === 'string' ? Buffer.from(content, 'base64') : content;
  if (encoding === 'identity') return stored;
  try {
    return gunzipSync(stored, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? {
          kind: 'unreadable',
          code: 'ERR_EXTRACT_BODY_TOO_LARGE',
          class: 'TOO_LARGE',
          reason: `The body is larger than ${MAX_BODY_BYTES} bytes.`,
        }
      : {
          kind: 'unreadable',
          code: 'ERR_EXTRACT_BODY',
          class: 'POISON',
          reason: 'The body is no gzip stream.',
        };
  }
}
