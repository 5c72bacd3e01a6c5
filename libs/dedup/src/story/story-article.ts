import type { Keyword } from '@tocsin/contracts';
import { byText } from '../order.js';

/** What the clustering into stories reads of an article. */
export interface StoryArticle {
  readonly id: string;
  /** Day of publication, days since the epoch; null when unknown. */
  readonly day: number | null;
  /** The words that tell the article from others, heaviest first. */
  readonly keywords: readonly Keyword[];
}

/** By day, the undated last: the order in which stories are named and candidates are looked for. */
export const byDay = (a: StoryArticle, b: StoryArticle): number =>
  (a.day ?? LAST) - (b.day ?? LAST) || byText(a.id, b.id);

const LAST = Number.MAX_SAFE_INTEGER;
