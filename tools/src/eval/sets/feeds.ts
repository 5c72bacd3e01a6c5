import { toFeedparser } from '@tocsin/feeds/feedparser';
import type { Case, SetAdapter } from '../set-adapter.js';

/** Where feedparser's own test server serves the cases whose name starts with `http_`. */
const SERVER = 'http://127.0.0.1:8097/';

function headerOf(input: Case['input'], wanted: string): string | null {
  const headers = Object.entries(input['headers'] ?? {});
  const found = headers.find(([name]) => name.toLowerCase() === wanted);
  return found ? String(found[1]) : null;
}

/** The address that a case is read from: only those of the `http_` family have one. */
function urlOf(id: string, input: Case['input']): string {
  const served = /(?:^|[-/])http_/.test(id) ? SERVER : undefined;
  const location = headerOf(input, 'content-location');
  if (location === null) return served ?? '';
  return URL.canParse(location, served) ? new URL(location, served).href : (served ?? '');
}

/** Feed bytes → what feedparser's own cases expect of them. */
export const feeds: SetAdapter = {
  set: 'feeds',
  scorers: [{ scorer: 'feeds', args: ['--core'] }, { scorer: 'feeds' }],
  async *predict(cases) {
    for await (const { id, input } of cases) {
      const { feed, feed_base64: base64 } = input;
      const bytes =
        typeof base64 === 'string' ? Buffer.from(base64, 'base64') : Buffer.from(String(feed));
      const result = toFeedparser(bytes, {
        url: urlOf(id, input),
        contentType: headerOf(input, 'content-type'),
        contentLanguage: headerOf(input, 'content-language'),
      });
      yield { id, result };
    }
  },
};
