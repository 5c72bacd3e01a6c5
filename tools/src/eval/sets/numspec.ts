import { readNumbers } from '@tocsin/incident-extraction';
import type { SetAdapter } from '../set-adapter.js';

/** Phrases → numbers (Recognizers-Text); ours reads counts only, no fractions, powers or ordinals. */
export const numspec: SetAdapter = {
  set: 'numspec',
  scorers: [{ scorer: 'specs', args: ['--set', 'numspec'] }],
  async *predict(cases) {
    for await (const { id, input } of cases) {
      const results = readNumbers(String(input['text'] ?? ''));
      yield {
        id,
        results: results.map(({ words, value }) => ({ text: words, value: String(value) })),
      };
    }
  },
};
