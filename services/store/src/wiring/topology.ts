import { retryTopicsOf, type TopicName } from '@tocsin/contracts';
import { defaultOptions } from '@tocsin/messaging';
import type { ServiceSubscription } from '@tocsin/messaging-kafka';
import { deadLetterEnds } from '../handlers/dead-letter-ends.js';

/** Consumer group, schema and role are all named after the service. */
export const SERVICE = 'store';

/** Everything that the store reads. */
export function topology(
  stateful: NonNullable<ServiceSubscription['stateful']>,
  now: () => number,
): ServiceSubscription[] {
  const article = { onSettled: deadLetterEnds(now) };
  return [
    { ...base('article-extracted'), ...article, stateful },
    { ...base('article-deduplicated'), ...article, stateful },
    { ...base('incident-revised'), stateful },
    { ...base('article-settled'), stateful },
  ];
}

/** The retry topics are those that the contract provides. */
function base(topic: TopicName): Pick<ServiceSubscription, 'topic' | 'group' | 'options'> {
  const delays = retryTopicsOf(topic, SERVICE).map(({ name, delayMs }) => ({
    name: name.slice(name.lastIndexOf('-') + 1),
    ms: delayMs,
  }));
  return { topic, group: SERVICE, options: { retry: { ...defaultOptions.retry, delays } } };
}
