import type { UrlVersion } from './url-ends.js';
import { type Verdict, verdict } from './verdict.js';

export interface VersionsEvidence {
  /** All of `article-fetched`, partition by partition in order. */
  readonly fetched: readonly UrlVersion[];
  /** The version of each article that the store shows. */
  readonly shown: readonly UrlVersion[];
}

/** I4 for articles: the versions of a page only grow, and the newest is the one that is shown. */
export function checkVersions({ fetched, shown }: VersionsEvidence): Verdict {
  const violations: string[] = [];
  const newest = new Map<string, number>();
  for (const { urlId, version } of fetched) {
    const before = newest.get(urlId) ?? 0;
    if (version < before) violations.push(`${urlId} falls from version ${before} to ${version}`);
    newest.set(urlId, Math.max(before, version));
  }
  for (const { urlId, version } of shown) {
    const wanted = newest.get(urlId);
    if (version !== wanted) violations.push(`${urlId} is shown at ${version}, newest is ${wanted}`);
  }
  return verdict('I4 versions', 'Versions only grow, and the newest is shown.', violations);
}
