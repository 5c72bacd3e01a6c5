import { webUrl } from '../feed/clean.js';

/**
 * The http(s) address of a feed reference. `feed://host/x` and `feed:https://host/x`, by which sites
 * called feed readers, mean the same without `feed`.
 *
 * @returns null when it is no http(s) address
 */
export function feedAddress(reference: string | undefined, base?: string): string | null {
  const plain = reference
    ?.trim()
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  return webUrl(plain, base);
}
