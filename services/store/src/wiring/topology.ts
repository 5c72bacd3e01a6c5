import type { ServiceSubscription } from '@tocsin/messaging-kafka';
import { deadLetterEnds } from '@tocsin/messaging';
import { measureFreshness } from './measure-freshness.js';

/** Consumer group, schema and role are all named after the service. */
export const SERVICE = 'store';

/** Everything that the store reads. */
export function topology(
  stateful: NonNullable<ServiceSubscription['stateful']>,
  now: () => number,
): ServiceSubscription[] {
  const ends = { onSettled: measureFreshness(deadLetterEnds(SERVICE, now)) };
  return [
    { topic: 'article-extracted', group: SERVICE, stateful, ...ends },
    { topic: 'article-deduplicated', group: SERVICE, stateful, ...ends },
    { topic: 'incident-revised', group: SERVICE, stateful },
    { topic: 'article-settled', group: SERVICE, stateful },
  ];
}
