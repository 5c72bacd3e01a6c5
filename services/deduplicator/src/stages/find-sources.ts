import { sourceOf, type Signature, type Source } from '@tocsin/dedup';
import type { SearchLocks } from '../index/search-locks.js';
import type { CopyIndex, FiledSignature, Filing } from '../index/copy-index.port.js';

/** Article id → what it was made from, for every article whose source may be another than before. */
export type Sources = ReadonlyMap<string, Source | null>;

/**
 * Replaces the signatures of a batch and looks for the sources of its articles, and anew for those of the articles
 * after them that would have been compared with one of them, or were.
 * @param replaced signatures of the former versions
 */
export async function findSources(
  incoming: readonly FiledSignature[],
  replaced: readonly FiledSignature[],
  index: CopyIndex,
  locks: SearchLocks,
): Promise<Sources> {
  await index.remove(replaced);
  await index.add(incoming);
  const own = new Map(incoming.map((filed) => [filed.signature.order, filed]));
  const looked = await index.look([...incoming, ...replaced]);
  const later = await index.at(looked.after.filter(({ position }) => !own.has(position)));
  // What others file in their buckets meanwhile would be missed.
  if (later.length > 0)
    await locks.take(
      'cell',
      later.flatMap(({ bands }) => bands.map(String)),
    );
  const disturbed = later.length > 0 ? await index.before(later) : new Map();

  const before = (found: ReadonlyMap<number, readonly Filing[]>, at: number) => found.get(at) ?? [];
  const asked = [
    ...incoming.map(({ signature }, at) => ({ signature, filings: before(looked.before, at) })),
    ...later.map(({ signature }, at) => ({ signature, filings: before(disturbed, at) })),
  ];
  const signatures = await signaturesAt(
    asked.flatMap(({ filings }) => filings),
    [...incoming, ...later],
    index,
  );
  return new Map(
    asked.map(({ signature, filings }) => [
      signature.articleId,
      sourceOf(
        signature,
        filings.flatMap(({ position }) => signatures.get(position) ?? []),
      ),
    ]),
  );
}

/** Those of the batch are at hand; of the others each is read once. */
async function signaturesAt(
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
