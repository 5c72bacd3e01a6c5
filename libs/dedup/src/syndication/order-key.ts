import { fmix32 } from './mix.js';

const HASH_BITS = 28n;
const SECOND_MS = 1_000;
/** Beyond the year 2500, and before 1970, all times are one: what pages claim may be anything. */
const LAST_SECOND = 2 ** 34 - 1;

/**
 * The place of an article among all: by its event time in seconds, then by its id. A signed 64-bit integer, so that
 * a database can sort by it.
 * @param at event time in ms since the epoch: publication, else fetch
 */
export function orderKey(at: number, articleId: string): bigint {
  const second = Math.min(LAST_SECOND, Math.max(0, Math.floor(at / SECOND_MS) || 0));
  let hash = 0;
  for (let i = 0; i < articleId.length; i += 1) hash = fmix32(hash ^ articleId.charCodeAt(i));
  return (BigInt(second) << HASH_BITS) | BigInt(hash >>> 4);
}

/** How far two keys lie apart at most when their articles are within so many days. */
export function orderSpan(days: number): bigint {
  return BigInt(days * 86_400) << HASH_BITS;
}
