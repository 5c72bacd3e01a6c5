import { type Article, articleText } from '@tocsin/contracts';
import { markAhead } from '../lexicon/phrase-index.js';
import { pageDay, postedDay } from './page-day.js';
import { splitSentences } from './sentences.js';
import { type Token, tokenize } from './tokens.js';

export type Part = 'title' | 'body' | 'caption';

export interface Sentence {
  readonly index: number;
  readonly part: Part;
  /** 0 is the title; the first body paragraph is 1. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** An article cut into sentences; every offset points into `text`. */
export interface Document {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The day of publication, `YYYY-MM-DD`, or the one that the page stamps itself with; null when neither is given. */
  readonly published: string | null;
  /** Wire text all in capitals: letter case says nothing about names. */
  readonly upperCase: boolean;
}

/** What a document is made of. */
export type ArticleParts = Pick<Article, 'title' | 'paragraphs' | 'captions' | 'publishedAt'>;

/** What is read of one article at most; news stays far below, hostile input costs no more. */
const MAX_SENTENCES = 400;

/** Cuts an article into sentences and tokens, title first, captions last. */
export function readDocument(article: ArticleParts): Document {
  const text = articleText(article);
  const parts: Part[] = [
    'title',
    ...article.paragraphs.map((): Part => 'body'),
    ...article.captions.map((): Part => 'caption'),
  ];
  const blocks = [article.title, ...article.paragraphs, ...article.captions];
  const sentences: Sentence[] = [];
  let offset = 0;
  for (const [paragraph, block] of blocks.entries()) {
    for (const span of splitSentences(block, offset)) {
      if (sentences.length >= MAX_SENTENCES) break;
      const tokens = tokenize(text.slice(span.start, span.end), span.start);
      markAhead(tokens);
      const part = parts[paragraph] ?? 'body';
      sentences.push({ index: sentences.length, part, paragraph, ...span, tokens });
    }
    offset += block.length + 2;
  }
  return {
    text,
    sentences,
    published: writtenOn(day(article.publishedAt), text),
    upperCase: isUpperCase(text),
  };
}

/** The day that an article's words count from: that of its first posting, where its publication is an update. */
function writtenOn(published: string | null, text: string): string | null {
  if (published === null) return pageDay(text);
  const posted = postedDay(text);
  return posted !== null && posted < published ? posted : published;
}

function day(timestamp: string | null): string | null {
  const match = /^\d{4}-\d{2}-\d{2}/.exec(timestamp ?? '');
  return match ? match[0] : null;
}

function isUpperCase(text: string): boolean {
  let [upper, lower] = [0, 0];
  const head = text.slice(0, 4_000);
  for (let at = 0; at < head.length; at++) {
    const unit = head.charCodeAt(at);
    if (unit >= 0x61 && unit <= 0x7a) lower++;
    else if (unit >= 0x41 && unit <= 0x5a) upper++;
    else if (unit > 0x7f) {
      const letter = String.fromCodePoint(head.codePointAt(at) ?? unit);
      if (/^\p{Lu}/u.test(letter)) upper++;
      else if (/^\p{Ll}/u.test(letter)) lower++;
      at += letter.length - 1;
    }
  }
  return upper > 20 && upper > lower * 4;
}
