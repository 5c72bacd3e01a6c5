import { createHash } from 'node:crypto';

/**
 * URL id and, for the final URL of a page, article id: the first 32 hex digits of SHA-256.
 *
 * @param normalisedUrl as `normaliseUrl` gives it
 */
export function urlId(normalisedUrl: string): string {
  return createHash('sha256').update(normalisedUrl, 'utf8').digest('hex').slice(0, 32);
}
