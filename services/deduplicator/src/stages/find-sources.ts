import { sourceOf, type Signature, type Source } from '@tocsin/dedup';
import type { SearchLocks } from '../index/search-locks.js';
import type { Bucketed, CopyIndex, FiledSignature, Filing } from '../index/copy-index.port.js';
import { signaturesAt } from './signatures-at.js';
import { unsettled, type KnownSources } from './unsettled-copies.js';

/** Article id → what it was made from, for every article whose source may be another than before. */
export type Sources = ReadonlyMap<string, Source | null>;

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
  const filings = new Map([...looked.after.values()].flat().map((each) => [each.position, each]));
  const after = await index.at([...filings.values()].filter(({ position }) => !own.has(position)));
  // Where signatures are gone, sources may be.
  const later =
    replaced.length > 0
      ? after
      : await unsettled(after, arrivalsBefore(looked.after, incoming), index, {
          locks,
          knownSources,
        });
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

/** By the position of a later article: those of the batch in whose buckets it is. */
function arrivalsBefore(
  after: Bucketed['after'],
  incoming: readonly FiledSignature[],
): Map<bigint, Signature[]> {
  const arrivals = new Map<bigint, Signature[]>();
  incoming.forEach(({ signature }, at) => {
    for (const { position } of after.get(at) ?? []) {
      const known = arrivals.get(position);
      if (known === undefined) arrivals.set(position, [signature]);
      else known.push(signature);
    }
  });
  return arrivals;
}
