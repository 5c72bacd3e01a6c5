import type { SentenceReading } from '../reading/sentence-reading.js';
import { readSentences } from '../reading/sentence-reading.js';
import { readDocument } from '../text/document.js';
import { article } from './articles.js';

/** One sentence read as the only one of an article's body; published Thursday 6 January 2022. */
export function reading(text: string): SentenceReading {
  const document = readDocument(article({ paragraphs: [text] }));
  return readSentences(document).find(({ sentence }) => sentence.part === 'body')!;
}

/** Tokens `from`..`to` of a reading as text. */
export function phrase({ sentence }: SentenceReading, from: number, to: number): string {
  return sentence.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');
}
