import type { Fingerprint } from '@tocsin/contracts';
import { decodeBins, shareOfEqualBins } from './minhash.js';

/** Two texts share this part of their shingles: one was copied from the other, or both from a third. */
const NEAR_COPY_JACCARD = 0.6;
/** An agency text cut short, or with paragraphs put before it, is a copy too. */
const CUT_COPY_CONTAINMENT = 0.85;
/** Below this the estimate of containment is mostly noise. */
const CUT_COPY_JACCARD = 0.4;

/** Estimated Jaccard similarity of two texts' shingles, 0 to 1; 0 when they can't be compared. */
export function jaccard(a: Fingerprint, b: Fingerprint): number {
  if (a.scheme !== b.scheme || a.minhash === '' || b.minhash === '') return 0;
  if (a.exact === b.exact) return 1;
  return shareOfEqualBins(decodeBins(a.minhash), decodeBins(b.minhash));
}

/** Estimated share of the shorter text's shingles that the longer one has too, 0 to 1. */
export function containment(a: Fingerprint, b: Fingerprint): number {
  const similarity = jaccard(a, b);
  const common = (similarity / (1 + similarity)) * (a.shingles + b.shingles);
  return similarity === 0 ? 0 : Math.min(1, common / Math.min(a.shingles, b.shingles));
}

/** Whether one text is a copy of the other, whole or cut. Symmetric; texts too short to sign are no one's copy. */
export function isCopy(a: Fingerprint, b: Fingerprint): boolean {
  const similarity = jaccard(a, b);
  if (similarity >= NEAR_COPY_JACCARD) return true;
  return similarity >= CUT_COPY_JACCARD && containment(a, b) >= CUT_COPY_CONTAINMENT;
}
