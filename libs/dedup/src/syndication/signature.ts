import type { Fingerprint } from '@tocsin/contracts';
import { decodeValues } from './codes.js';
import { FINGERPRINT_SCHEME } from './fingerprint.js';
import { decodeBins } from './minhash.js';
import { orderKey } from './order-key.js';

/** What is known of an article where copies are looked for; small, and ready to be compared. */
export interface Signature {
  readonly articleId: string;
  /** Place among all articles, by event time. */
  readonly order: bigint;
  /** Whose page it is: two pages of one site share words that are no one's text. Null when unknown. */
  readonly site: string | null;
  /** ISO 639-1; null when unknown. */
  readonly language: string | null;
  /** Equal means the same words. */
  readonly exact: string;
  /** 16 bits of each bin; null for texts too short to sign, and those of another scheme. */
  readonly bins: Uint16Array | null;
  readonly shingles: number;
  readonly names: Uint32Array;
}

/** What a signature is made of. */
export interface Signable {
  readonly articleId: string;
  /** Event time in ms since the epoch: publication, else fetch. */
  readonly at: number;
  /** Null when there is none. */
  readonly url: string | null;
  readonly language: string | null;
  readonly fingerprint: Fingerprint;
}

export function signatureOf({ articleId, at, url, language, fingerprint }: Signable): Signature {
  const { scheme, exact, minhash, names = '', shingles } = fingerprint;
  const isSigned = scheme === FINGERPRINT_SCHEME && minhash !== '';
  return {
    articleId,
    order: orderKey(at, articleId),
    site: siteOf(url),
    language,
    exact,
    bins: isSigned ? Uint16Array.from(decodeBins(minhash)) : null,
    shingles,
    names: isSigned ? decodeValues(names) : new Uint32Array(),
  };
}

/** The host without the `www.` that some links leave out. */
function siteOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : null;
}
