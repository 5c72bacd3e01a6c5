import { badQuery } from '../api/problem.js';
import { checkedId } from '../api/checked-id.js';
import { objectOf, parseReason } from '../operating/dead-letter-query.js';
import { checkedHost } from './rights.controller.js';

/** What is to be erased: an article by its id, or everything of a site and all below it. */
export type Erased = { readonly article: string } | { readonly source: string };

/** Body of `POST /v1/erasures/preview`. @throws ProblemError 400 */
export function parseErased(body: unknown): Erased {
  const { article, source, ...rest } = objectOf(body);
  const isOne = (typeof article === 'string') !== (typeof source === 'string');
  if (!isOne || Object.keys(rest).length > 0)
    throw badQuery('An erasure names either an article or a source.');
  if (typeof article === 'string') return { article: checkedId(article) };
  const host = checkedHost(String(source));
  if (!host.includes('.')) throw badQuery('source must be a host with a dot in it.');
  return { source: host };
}

/** Body of `POST /v1/erasures`. @throws ProblemError 400 */
export function parseErasure(body: unknown): { readonly erased: Erased; readonly reason: string } {
  const { reason, ...rest } = objectOf(body);
  return { erased: parseErased(rest), reason: parseReason(reason) };
}
