import type { Signature } from '@tocsin/dedup';
import type { CopyIndex, FiledSignature, Filing } from '../index/copy-index.port.js';

/** The signatures that are filed there, by position. Those at hand are not read; of the others each is once. */
export async function signaturesAt(
  filings: readonly Filing[],
  atHand: readonly FiledSignature[],
  index: CopyIndex,
): Promise<Map<bigint, Signature>> {
  const known = new Map(atHand.map(({ signature }) => [signature.order, signature]));
  const missing = new Map(
    filings.filter(({ position }) => !known.has(position)).map((each) => [each.position, each]),
  );
  for (const { signature } of await index.at([...missing.values()])) {
    known.set(signature.order, signature);
  }
  return known;
}
