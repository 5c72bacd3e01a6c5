import { OpmlError, parseOpml, renderOpml, type OpmlRefusal } from '@tocsin/feeds';

/** A part of a subscription list, with how many feeds it names; null where only the fetcher can say. */
export interface OpmlPart {
  readonly opml: string;
  readonly feeds: number | null;
}

/** A subscription list in parts that each are one request, and what no part holds. */
export interface OpmlParts {
  readonly parts: readonly OpmlPart[];
  readonly refused: readonly OpmlRefusal[];
}

/**
 * Every feed keeps its folders and categories. A list that can't be read here is one part as it is: the
 * fetcher says what is wrong.
 */
export function splitOpml(opml: string, feedsInPart: number): OpmlParts {
  const { feeds, refused } = read(opml);
  if (feeds.length === 0 && refused.length === 0)
    return { parts: [{ opml, feeds: null }], refused: [] };
  const parts: OpmlPart[] = [];
  for (let from = 0; from < feeds.length; from += feedsInPart) {
    const some = feeds.slice(from, from + feedsInPart);
    parts.push({ opml: renderOpml('Part of an import', some), feeds: some.length });
  }
  return { parts, refused };
}

function read(opml: string) {
  try {
    return parseOpml(Buffer.from(opml, 'utf8'));
  } catch (error) {
    if (error instanceof OpmlError) return { feeds: [], refused: [] };
    throw error;
  }
}
