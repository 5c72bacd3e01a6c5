import { generateOpml, parseOpml } from 'feedsmith';

interface Outline {
  readonly text?: string;
  readonly title?: string;
  readonly type?: string;
  readonly category?: string;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly url?: string;
  readonly outlines?: readonly Outline[];
}

/** A part of a subscription list, with how many feeds it names; null where only the fetcher can say. */
export interface OpmlPart {
  readonly opml: string;
  readonly feeds: number | null;
}

/**
 * A subscription list in parts that each are one request; every feed lies in the folders that it lay in.
 * A list that can't be read here is one part as it is: the fetcher mends more, or says what is wrong.
 */
export function splitOpml(opml: string, feedsInPart: number): OpmlPart[] {
  const feeds = read(opml);
  if (feeds === null || feeds.length === 0) return [{ opml, feeds: null }];
  const parts: OpmlPart[] = [];
  for (let from = 0; from < feeds.length; from += feedsInPart) {
    const outlines = feeds.slice(from, from + feedsInPart);
    parts.push({ opml: generateOpml({ body: { outlines } } as never), feeds: outlines.length });
  }
  return parts;
}

/** Every feed with the folders around it, each feed in folders of its own; null for what is no OPML. */
function read(opml: string): Outline[] | null {
  try {
    const { body } = parseOpml(opml) as { body?: { outlines?: readonly Outline[] } };
    return [...feedsBelow(body?.outlines ?? [], (feed) => feed)];
  } catch {
    return null;
  }
}

function* feedsBelow(
  outlines: readonly Outline[],
  wrap: (inner: Outline) => Outline,
): Generator<Outline> {
  for (const { outlines: inner = [], ...outline } of outlines) {
    const isFeed = outline.xmlUrl !== undefined || outline.url !== undefined;
    if (isFeed) yield wrap(outline);
    // What lies below a feed is not in a folder of that name.
    yield* feedsBelow(inner, isFeed ? wrap : (each) => wrap({ ...outline, outlines: [each] }));
  }
}
