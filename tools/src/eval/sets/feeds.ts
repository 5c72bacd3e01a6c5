import { answerCase, type FeedparserCase } from '@tocsin/feeds/feedparser';
import type { SetAdapter } from '../set-adapter.js';

/** Feed bytes → what feedparser's own cases expect of them, in its shape. */
export const feeds: SetAdapter = {
  set: 'feeds',
  scorers: [{ scorer: 'feeds', args: ['--core'] }, { scorer: 'feeds' }],
  async *predict(cases) {
    for await (const { id, input } of cases)
      yield { id, result: answerCase({ id, input: input as FeedparserCase['input'] }) };
  },
};
