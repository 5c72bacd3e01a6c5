import { type Article, articleText } from '@tocsin/contracts';

/** From an article to how much was found in it: the bench asks for a number so that nothing is left undone. */
export type ReadArticle = (article: Article) => number;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const WORD = /[\p{L}\p{N}]+|[^\s]/gu;

/** The floor: sentences and words of the text, and nothing done with either. */
export const readFloor: ReadArticle = (article) => {
  let words = 0;
  for (const { segment } of segmenter.segment(articleText(article))) {
    words += [...segment.matchAll(WORD)].length;
  }
  return words;
};
