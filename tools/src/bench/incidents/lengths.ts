import type { Article } from '@tocsin/contracts';

/** Words are what blanks part. */
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const countOf = ({ title, paragraphs }: Pick<Article, 'title' | 'paragraphs'>): number =>
  [title, ...paragraphs].reduce((sum, text) => sum + wordsOf(text).length, 0);

/**
 * Articles of exactly so many words, title included: a short one is followed by the next ones of the
 * list, headlines as paragraphs, and the last is cut. What is left over at the end is dropped. Joined
 * reports hold more incidents than one article does, so this rather costs us.
 */
export function joinedTo(words: number, articles: readonly Article[]): Article[] {
  const joined: Article[] = [];
  let open: Article | null = null as Article | null;
  for (const article of articles) {
    const { title, paragraphs } = article;
    const headed: string[] = title === '' ? paragraphs : [title, ...paragraphs];
    open = open ? { ...open, paragraphs: [...open.paragraphs, ...headed] } : article;
    if (countOf(open) < words) continue;
    joined.push(cut(words, open));
    open = null;
  }
  return joined;
}

/** The articles that have so many words, cut to exactly so many. */
export const longOnes = (words: number, articles: readonly Article[]): Article[] =>
  articles.filter((article) => countOf(article) >= words).map((article) => cut(words, article));

function cut(words: number, article: Article): Article {
  let left = words - wordsOf(article.title).length;
  const paragraphs: string[] = [];
  for (const paragraph of article.paragraphs) {
    if (left <= 0) break;
    const own = wordsOf(paragraph);
    paragraphs.push(own.length <= left ? paragraph : own.slice(0, left).join(' '));
    left -= own.length;
  }
  return { ...article, paragraphs, captions: [] };
}

/** `count` of a list, evenly spaced; all where it has no more. */
export function evenly<T>(count: number, list: readonly T[]): T[] {
  if (count >= list.length) return [...list];
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!);
}

/** All of `others` with so many incident articles among them, spread, that these are `share` of the whole. */
export function mixed<T>(share: number, incidents: readonly T[], others: readonly T[]): T[] {
  const wanted = Math.round((others.length * share) / (1 - share));
  const drawn = evenly(wanted, incidents);
  const mix: T[] = [];
  for (const [i, other] of others.entries()) {
    const due = Math.floor(((i + 1) * drawn.length) / others.length);
    mix.push(other, ...drawn.slice(Math.floor((i * drawn.length) / others.length), due));
  }
  return mix;
}
