import type { SourcedClaim } from '@tocsin/contracts';
import type { Telling } from './telling.js';

/** All claims of an incident in one list, and where each mention's own begin in it. */
export class ClaimTable {
  readonly claims: readonly SourcedClaim[];
  private readonly starts = new Map<string, number>();

  constructor(tellings: readonly Telling[]) {
    const claims: SourcedClaim[] = [];
    for (const { mention, source } of tellings) {
      this.starts.set(mention.mentionId, claims.length);
      for (const claim of mention.claims) {
        const { articleId, url } = source;
        claims.push({ articleId, mentionId: mention.mentionId, url, claim });
      }
    }
    this.claims = claims;
  }

  /** Indexes into a mention's claims as indexes into this table. */
  moved(mentionId: string, indexes: readonly number[]): number[] {
    const start = this.starts.get(mentionId) ?? 0;
    return indexes.map((index) => start + index);
  }

  /** A part of a mention with its indexes moved. */
  rebased<T extends { readonly claims: readonly number[] }>(mentionId: string, part: T): T {
    return { ...part, claims: this.moved(mentionId, part.claims) };
  }

  at(indexes: readonly number[]): SourcedClaim[] {
    return indexes.flatMap((index) => this.claims[index] ?? []);
  }
}
