import type { SourcedClaim } from '@tocsin/contracts';

/** Tells a claim from all others of its incident, also after the incident was read anew. */
export const claimKey = ({ mentionId, claim }: SourcedClaim): string =>
  [mentionId, claim.field, claim.start, claim.end].join('/');
