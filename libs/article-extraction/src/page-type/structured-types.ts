/** What a page's JSON-LD says of its kind. */
export interface StructuredTypes {
  /** How often each type that tells of a page's kind is named, by the last part of its name. */
  readonly counts: ReadonlyMap<string, number>;
  /** What `isAccessibleForFree` says; null where it is not given. A `false` anywhere counts. */
  readonly isFree: boolean | null;
}

/** Characters of one script that are looked at; types stand at the beginning of their nodes. */
const MAX_LENGTH = 500_000;
const TYPE = /"@type"\s*:\s*(?:"([^"]{1,80})"|\[([^\]]{1,200})\])/g;
const FREE = /"isAccessibleForFree"\s*:\s*"?(true|false)/gi;
const TELLING =
  /^(?:\w*Article|\w*BlogPosting|Report|Review|LiveBlogPosting|VideoObject|CollectionPage|ItemList|SearchResultsPage|ProfilePage|DiscussionForumPosting)$/;

/**
 * The types named in JSON-LD scripts, found in the text itself: it is cheap, and what is broken as JSON still
 * tells. Linear in the scripts' length.
 */
export function structuredTypes(scripts: readonly string[]): StructuredTypes {
  const counts = new Map<string, number>();
  let isFree: boolean | null = null;
  for (const script of scripts) {
    const text = script.slice(0, MAX_LENGTH);
    for (const [, one, several] of text.matchAll(TYPE)) {
      for (const name of one === undefined ? (several?.match(/[\w:/.#]+/g) ?? []) : [one]) {
        const type = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
        if (TELLING.test(type)) counts.set(type, (counts.get(type) ?? 0) + 1);
      }
    }
    for (const [, value] of text.matchAll(FREE)) {
      isFree = value?.toLowerCase() === 'true' && isFree !== false;
    }
  }
  return { counts, isFree };
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Review|DiscussionForumPosting)$/;
const LIST_TYPES = ['CollectionPage', 'ItemList', 'SearchResultsPage'];
/** Articles seldom mark up those that they point to; two may be. */
export const MAX_MARKED_ARTICLES = 3;

/** How many articles the structured types name. */
export function articleCount(types: ReadonlyMap<string, number>): number {
  let count = 0;
  for (const [type, times] of types) if (ARTICLE_TYPE.test(type)) count += times;
  return count;
}

/** Whether the structured types are those of one article and not of a list of them. */
export function areOfAnArticle(types: ReadonlyMap<string, number>): boolean {
  const articles = articleCount(types);
  const isList = LIST_TYPES.some((type) => types.has(type));
  return articles > 0 && articles <= (isList ? 1 : MAX_MARKED_ARTICLES);
}
