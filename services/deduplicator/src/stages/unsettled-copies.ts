import { lshBands, sourceOf, type Signature } from '@tocsin/dedup';
import type { CopyIndex, FiledSignature, Filing } from '../index/copy-index.port.js';
import type { SearchLocks } from '../index/search-locks.js';
import { signaturesAt } from './signatures-at.js';

/** Where the known source of each of these articles is filed; null of one that has none, nothing of a lost one. */
export type KnownSources = (articleIds: readonly string[]) => Promise<Map<string, Filing | null>>;

/** An article with its source, which somebody came before who may have pushed it out of the article's buckets. */
interface Pushed {
  readonly filed: FiledSignature;
  readonly source: Signature;
  /** Buckets that both are in. */
  readonly shared: readonly bigint[];
}

/** The source is among the first of nearly any bucket that it shares with its copy. */
const LOOKED_INTO = 4;

/**
 * Those of the articles after a batch whose source it may have changed. Most keep theirs: none of the batch is nearer,
 * and it is still among the first of a bucket, as one that is before all of the batch always is.
 *
 * What is found holds until the batch ends: who changes an article's source holds all of its buckets, of which the
 * batch has one from the beginning, and the buckets that a source was found in are taken before they are looked into.
 * @param arrivals by an article's position: those of the batch that it may be compared with
 * @throws ContendedError when another instance holds one of the buckets
 */
export async function unsettled(
  after: readonly FiledSignature[],
  arrivals: ReadonlyMap<bigint, readonly Signature[]>,
  index: CopyIndex,
  { locks, knownSources }: { readonly locks: SearchLocks; readonly knownSources: KnownSources },
): Promise<FiledSignature[]> {
  if (after.length === 0) return [];
  const sources = await knownSources(after.map(({ signature }) => signature.articleId));
  const filings = [...sources.values()].flatMap((filing) => filing ?? []);
  const signatures = await signaturesAt(filings, after, index);
  const changed: FiledSignature[] = [];
  const pushed: Pushed[] = [];
  for (const filed of after) {
    const { signature, bands } = filed;
    const filing = sources.get(signature.articleId);
    const source = filing ? signatures.get(filing.position) : undefined;
    const arrived = arrivals.get(signature.order) ?? [];
    const nearest = sourceOf(signature, source === undefined ? arrived : [source, ...arrived]);
    const isLost = filing === undefined || (filing !== null && source === undefined);
    if (isLost || nearest?.articleId !== source?.articleId) changed.push(filed);
    else if (source !== undefined && arrived.some(({ order }) => order < source.order)) {
      const own = new Set(bands);
      const shared = lshBands(source).filter((band) => own.has(band));
      pushed.push({ filed, source, shared: shared.slice(0, LOOKED_INTO) });
    }
  }
  return [...changed, ...(await pushedOut(pushed, index, locks))];
}

/** Those whose source is in none of the buckets that were looked into. */
async function pushedOut(
  pushed: readonly Pushed[],
  index: CopyIndex,
  locks: SearchLocks,
): Promise<FiledSignature[]> {
  if (pushed.length === 0) return [];
  await locks.take(
    'cell',
    pushed.flatMap(({ shared }) => shared.map(String)),
  );
  const found = await index.before(
    pushed.map(({ filed, shared }) => ({ ...filed, bands: shared })),
  );
  return pushed
    .filter(({ source }, at) => !found.get(at)?.some(({ position }) => position === source.order))
    .map(({ filed }) => filed);
}
