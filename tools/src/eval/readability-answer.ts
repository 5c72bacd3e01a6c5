import { decodeDocument } from '@tocsin/article-extraction';
import { READABILITY, readText } from '../peers/readability.js';
import type { PeerAnswer, ScorerRun } from './set-adapter.js';

/** The body of each page by Readability on linkedom; empty where they throw, as a user would have it. */
export const readabilityAnswer = (scorers: readonly ScorerRun[]): PeerAnswer => ({
  peer: READABILITY,
  file: 'readability',
  scorers,
  async *predict(cases, env) {
    for await (const { id, input } of cases) {
      const html = decodeDocument(await env.loadPage(String(input['html_path'])));
      yield { id, articleBody: bodyOf(html) };
    }
  },
});

function bodyOf(html: string): string {
  try {
    return readText(html);
  } catch {
    return '';
  }
}
