import { normaliseUrl } from '@tocsin/feeds';
import type { SetAdapter } from '../set-adapter.js';

/** URL → normal form (crawler-commons' own cases). */
export const urlnorm: SetAdapter = {
  set: 'urlnorm',
  scorers: [{ scorer: 'exact', args: ['--set', 'urlnorm'] }],
  async *predict(cases) {
    for await (const { id, input } of cases) yield { id, url: normaliseUrl(String(input['url'])) };
  },
};
