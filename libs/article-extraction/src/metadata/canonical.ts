import type { Evidence } from '../evidence/evidence.js';
import { absoluteUrl, sameSite } from './urls.js';

/**
 * The page's canonical address, if it is of the same site and not its front page (some sites point
 * every article there). Evidence for the deduplicator, never identity.
 */
export function canonicalUrl(evidence: Evidence): string | null {
  for (const reference of [evidence.canonical, evidence.meta.get('og:url')]) {
    const url = reference ? absoluteUrl(reference, evidence.url) : null;
    if (url !== null && sameSite(url, evidence.url) && new URL(url).pathname !== '/') return url;
  }
  return null;
}
