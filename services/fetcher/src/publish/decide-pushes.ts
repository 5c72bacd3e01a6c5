import type { CurrentVersion } from '../frontier/types.js';
import { PushRefusedError, type ReadPush } from './pushed-document.js';

/** What became of a push. */
export interface PushResult {
  readonly articleId: string;
  /** The article's current version, for `repeated` the one that the key stands for. */
  readonly version: number;
  /**
   * `accepted`: published as a version of its article; `unchanged`: the current version has the same
   * content; `outdated`: the current version was fetched later; `repeated`: the key's earlier answer.
   */
  readonly status: 'accepted' | 'unchanged' | 'outdated' | 'repeated';
}

/** An earlier push under an idempotency key. */
export interface KnownPush {
  readonly requestHash: string;
  readonly articleId: string;
  readonly version: number;
}

/** What is known before a batch; the decisions about it are added as they are made. */
export interface Known {
  readonly keys: Map<string, KnownPush>;
  readonly current: Map<string, CurrentVersion>;
}

/**
 * Decides about one push and notes it in `known`, so that the next one of the same batch meets it.
 *
 * A document that says when it was fetched has that as its version, so that pushing it again, also
 * after a crash between publishing and committing, makes the same record. Others are of now.
 *
 * @param now milliseconds since the epoch
 * @throws PushRefusedError ERR_PUSH_KEY_REUSED
 */
export function decidePush(push: ReadPush, known: Known, now: number): PushResult {
  const { articleId, url, contentHash, idempotencyKey, requestHash } = push;
  const earlier = idempotencyKey === null ? undefined : known.keys.get(idempotencyKey);
  if (earlier) {
    if (earlier.requestHash !== requestHash)
      throw new PushRefusedError(
        'ERR_PUSH_KEY_REUSED',
        'This Idempotency-Key was used for another document.',
      );
    return { articleId: earlier.articleId, version: earlier.version, status: 'repeated' };
  }
  const current = known.current.get(articleId);
  const result = resultFor(push, current, now);
  const { version } = result;
  if (result.status === 'accepted')
    known.current.set(articleId, { articleId, url, version, contentHash, seenUntil: version });
  if (result.status === 'unchanged' && current) {
    const seenUntil = Math.max(current.seenUntil, seenAt(push, now));
    known.current.set(articleId, { ...current, seenUntil });
  }
  if (idempotencyKey !== null) known.keys.set(idempotencyKey, { requestHash, articleId, version });
  return result;
}

/** When the pushed content was there. A time to come would keep every real version out until then. */
export const seenAt = ({ fetchedAt }: Pick<ReadPush, 'fetchedAt'>, now: number): number =>
  Math.min(fetchedAt ?? now, now);

function resultFor(
  { articleId, contentHash, fetchedAt }: ReadPush,
  current: CurrentVersion | undefined,
  now: number,
): PushResult {
  if (current?.contentHash === contentHash)
    return { articleId, version: current.version, status: 'unchanged' };
  if (fetchedAt === null) {
    // Versions of an article only grow, also when this machine's clock was set back.
    const version = Math.max(now, (current?.version ?? 0) + 1);
    return { articleId, version, status: 'accepted' };
  }
  const version = seenAt({ fetchedAt }, now);
  return current && current.seenUntil >= version
    ? { articleId, version: current.version, status: 'outdated' }
    : { articleId, version, status: 'accepted' };
}
