import { createHash } from 'node:crypto';

/**
 * The id of the incident that this mention founds: 128 bits of the hash of its id.
 * @param turn 0, or more when the mention founded one before that was merged away or retracted: an id that
 *   forwards goes on forwarding
 */
export function incidentIdOf(foundingMentionId: string, turn = 0): string {
  const name = turn === 0 ? foundingMentionId : `${foundingMentionId}#${turn}`;
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}
