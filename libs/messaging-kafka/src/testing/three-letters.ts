import { withPrefix } from '@tocsin/contracts';
import type { InMemoryBroker } from '@tocsin/messaging';
import { readingsOf, type GroupTopic } from '../operating/readings.js';
import { deadLetterOf, memoryBroker } from './letters.js';

/** Three dead letters of two groups, for specs that look for them. */
export const places = readingsOf(withPrefix(''));
const placeOf = (name: string) =>
  places.find(({ topic, group }) => `${topic}/${group}` === name) as GroupTopic;
export const fetched = placeOf('article-fetched/extractor');
export const settled = placeOf('article-settled/store');

/** Their ids, in order. */
export const THREE = [
  'article-fetched/extractor/0/0',
  'article-fetched/extractor/0/1',
  'article-settled/store/0/0',
];

export async function brokerOfThree(): Promise<InMemoryBroker> {
  const memory = memoryBroker();
  await memory.publish([
    deadLetterOf(fetched, 'a', 'POISON'),
    deadLetterOf(fetched, 'b'),
    deadLetterOf(settled, 'c', 'SCHEMA'),
  ]);
  return memory;
}
