import { groupBy, type Verdict, verdict } from './verdict.js';

/** One version of one URL's page; `urlId` is the article's id, too. */
export interface UrlVersion {
  readonly urlId: string;
  readonly version: number;
}

export interface UrlEndsEvidence {
  /** Every URL that was published to the feeds, once each. */
  readonly urlIds: readonly string[];
  /** Every version that the fetcher published, repeated ones included. */
  readonly fetched: readonly UrlVersion[];
  /** The current state of each URL version as the store has it. */
  readonly states: readonly (UrlVersion & { readonly end: string })[];
}

const ENDS: readonly string[] = ['stored', 'rejected', 'failed', 'dead-lettered'];

/** I1: nothing that was accepted is without an end, and nothing has two. */
export function checkUrlEnds({ urlIds, fetched, states }: UrlEndsEvidence): Verdict {
  const violations: string[] = [];
  const byUrl = groupBy(states, ({ urlId }) => urlId);
  for (const urlId of urlIds) {
    const ends = byUrl.get(urlId) ?? [];
    if (ends.length === 0) violations.push(`${urlId} has no end at all`);
    // Every page of the corpus is good: an end without its article in the store is a loss, too.
    else if (!ends.some(({ end }) => end === 'stored')) {
      violations.push(`${urlId} was never stored: ${ends.map(({ end }) => end).join(', ')}`);
    }
  }
  const byVersion = groupBy(states, nameOf);
  for (const name of new Set(fetched.map(nameOf))) {
    if (!byVersion.has(name)) violations.push(`${name} was fetched and has no end`);
  }
  for (const [name, ends] of byVersion) {
    if (ends.length > 1) violations.push(`${name} has ${ends.length} current states`);
    for (const { end } of ends) {
      if (!ENDS.includes(end)) violations.push(`${name} ended as "${end}"`);
    }
  }
  const known = new Set(urlIds);
  for (const urlId of byUrl.keys()) {
    if (!known.has(urlId)) violations.push(`${urlId} has an end and was never published`);
  }
  return verdict('I1', 'Every accepted URL version has exactly one current state.', violations);
}

const nameOf = ({ urlId, version }: UrlVersion) => `${urlId}/${version}`;
