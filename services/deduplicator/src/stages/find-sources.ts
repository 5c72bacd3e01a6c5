import { sourceOf, type Signature, type Source } from '@tocsin/dedup';
import type { SearchLocks } from '../index/search-locks.js';
import type { CopyIndex, FiledSignature, Filing } from '../index/copy-index.port.js';

/** Article id → what it was made from, for every article whose source may be another than before. */
export type Sources = ReadonlyMap<string, Source | null>;

/** Where the known source of each of these articles is filed; null of one that has none. */
export type KnownSources = (articleIds: readonly string[]) => Promise<Map<string, Filing | null>>;

/**
 * Replaces the signatures of a batch and looks for the sources of its articles, and anew for those of the articles
 * after them that may have another now.
 * @param replaced signatures of the former versions
 */
export async function findSources(
  incoming: readonly FiledSignature[],
  replaced: readonly FiledSignature[],
  index: CopyIndex,
  locks: SearchLocks,
  knownSources: KnownSources,
): Promise<Sources> {
  await index.remove(replaced);
  await index.add(incoming);
  const own = new Map(incoming.map((filed) => [filed.signature.order, filed]));
  const looked = await index.look([...incoming, ...replaced]);
  const after = await index.at(looked.after.filter(({ position }) => !own.has(position)));
  // Where signatures are gone, sources may be.
  const later = replaced.length > 0 ? after : await unsettled(after, incoming, index, knownSources);
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

/**
 * Those of the articles after a batch whose source it may have changed. Most keep theirs: it is before all of the batch,
 * so that nothing pushed it out of its buckets, and none of the batch is nearer. That holds under the locks that the
 * batch has from the beginning, since whoever changes an article's source holds all of its buckets.
 */
async function unsettled(
  after: readonly FiledSignature[],
  incoming: readonly FiledSignature[],
  index: CopyIndex,
  knownSources: KnownSources,
): Promise<FiledSignature[]> {
  if (after.length === 0) return [];
  const sources = await knownSources(after.map(({ signature }) => signature.articleId));
  const filings = [...sources.values()].flatMap((filing) => filing ?? []);
  const signatures = await signaturesAt(filings, [...incoming, ...after], index);
  const arrived = incoming.map(({ signature }) => signature);
  return after.filter(({ signature }) => {
    const filing = sources.get(signature.articleId);
    const source = filing ? signatures.get(filing.position) : undefined;
    if (filing === undefined || (filing !== null && source === undefined)) return true;
    const earlier = arrived.filter(({ order }) => order < signature.order);
    if (source !== undefined && earlier.some(({ order }) => order < source.order)) return true;
    const nearest = sourceOf(signature, source === undefined ? earlier : [source, ...earlier]);
    return nearest?.articleId !== source?.articleId;
  });
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
