import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import {
  createArticleExtractor,
  type ArticleInput,
  type ExtractionResult,
} from '@tocsin/article-extraction';
import { articleText, type Article } from '@tocsin/contracts';
import { fingerprint } from '@tocsin/dedup';
import type { DocumentLine } from './document-line.js';
import { readPage } from './read-page.js';

const extractor = createArticleExtractor({ fingerprint });

/** Stands in the title's place while a text without one is read; never seen. */
const NO_TITLE = 'Untitled';

/**
 * A document as the article that it is; its article id is the document's id.
 * @param folder what `htmlPath` is relative to
 * @throws CliError when the page's file can't be read
 */
export async function readArticle(
  document: DocumentLine,
  folder: string,
): Promise<ExtractionResult> {
  return articleOf(document, await pageOf(document, folder));
}

/**
 * The bytes of the document's page; null where it has its body with it.
 * @throws CliError when the page's file can't be read
 */
export async function pageOf(document: DocumentLine, folder: string): Promise<Uint8Array | null> {
  if (document.html !== undefined || document.htmlPath === undefined) return null;
  return readPage(resolve(folder, document.htmlPath));
}

/** The article of a document and the page that its path leads to. Pure. */
export function articleOf(document: DocumentLine, page: Uint8Array | null): ExtractionResult {
  if (page !== null)
    return extractor.extract({ ...base(document), bytes: page, contentType: 'text/html' });
  if (document.html !== undefined)
    return extractor.extract({
      ...base(document),
      text: document.html,
      contentType: 'text/html',
    });
  return readText(document, document.text ?? '');
}

function base({ id, url, title, publishedAt }: DocumentLine): Omit<ArticleInput, 'text'> & object {
  return {
    articleId: id,
    version: 0,
    url: url ?? '',
    hints: {
      ...(title === undefined ? {} : { title }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
    },
  };
}

/** A text is read as it is copied from a page, its title in the first line. */
function readText(document: DocumentLine, text: string): ExtractionResult {
  const title = document.title?.replace(/\s+/g, ' ').trim() ?? '';
  const isTitled = title === '' ? hasSeveralLines(text) : text.trimStart().startsWith(title);
  const whole = isTitled ? text : `${title || NO_TITLE}\n\n${text}`;
  const contentType = 'text/plain';
  const result = extractor.extract({ ...base(document), text: whole, contentType });
  if (isTitled || title !== '' || result.kind === 'rejected') return result;
  return { kind: 'article', article: withoutTitle(result.article) };
}

const hasSeveralLines = (text: string): boolean => /\S.*[\r\n]\s*\S/u.test(text);

/** The hash is of the text that offsets point into, so it changes with the title. */
function withoutTitle(article: Article): Article {
  const untitled = { ...article, title: '' };
  const textHash = createHash('sha256').update(articleText(untitled)).digest('hex');
  return { ...untitled, textHash };
}
