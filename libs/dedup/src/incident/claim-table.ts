import type { Claim, SourcedClaim } from '@tocsin/contracts';
import type { Telling } from './telling.js';

/**
 * All claims of an incident in one list. What copies of one text say in the same words about the same field stands
 * once, as the first of them told it (ADR 65).
 */
export class ClaimTable {
  readonly claims: readonly SourcedClaim[];
  /** Per mention: where each of its own claims stands. */
  private readonly places = new Map<string, readonly number[]>();

  /** @param tellings sorted by `byToldAt`, so that who is the first can't depend on the order of arrival */
  constructor(tellings: readonly Telling[]) {
    const claims: SourcedClaim[] = [];
    const known = new Map<string, number>();
    for (const { mention, source } of tellings) {
      const { articleId, url, syndicationId } = source;
      const own = mention.claims.map((claim) => {
        const key = sameClaimKey(syndicationId, claim);
        const place = known.get(key) ?? claims.length;
        if (place === claims.length) {
          known.set(key, place);
          claims.push({ articleId, mentionId: mention.mentionId, url, claim });
        }
        return place;
      });
      this.places.set(mention.mentionId, own);
    }
    this.claims = claims;
  }

  /** Indexes into a mention's claims as indexes into this table, each once. */
  moved(mentionId: string, indexes: readonly number[]): number[] {
    const own = this.places.get(mentionId) ?? [];
    return once(indexes.flatMap((index) => own[index] ?? []));
  }

  /** A part of a mention with its indexes moved. */
  rebased<T extends { readonly claims: readonly number[] }>(mentionId: string, part: T): T {
    return { ...part, claims: this.moved(mentionId, part.claims) };
  }

  /** The claims at these places, each once. */
  at(indexes: readonly number[]): SourcedClaim[] {
    return once(indexes).flatMap((index) => this.claims[index] ?? []);
  }
}

/** Each once, in order. */
export const once = (indexes: readonly number[]): number[] => [...new Set(indexes)];

/** Where it stands in the text differs between copies, and so may how sure it was read. */
function sameClaimKey(
  syndicationId: string,
  { field, value, attribution, hedge, part, quote }: Claim,
): string {
  const says = attribution.flatMap(({ name, class: kind }) => [name, kind]);
  return JSON.stringify([syndicationId, field, value, says, hedge, part, quote]);
}
