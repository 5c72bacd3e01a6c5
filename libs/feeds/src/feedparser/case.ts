import { toFeedparser, type FeedparserResult } from './result.js';

/** What one of feedparser's own cases is given. */
export interface FeedparserCase {
  readonly id: string;
  /** The document in UTF-8, or in base64 where it is of another encoding. */
  readonly input: {
    readonly feed?: string;
    readonly feed_base64?: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** Where it was served. */
    readonly url?: string;
  };
}

function headerOf({ input }: FeedparserCase, wanted: string): string | null {
  const found = Object.entries(input.headers ?? {}).find(([name]) => name.toLowerCase() === wanted);
  return found?.[1] ?? null;
}

/** The address of a document: where it was served, unless it says that it belongs elsewhere. */
function urlOf(asked: FeedparserCase): string {
  const served = asked.input.url;
  const location = headerOf(asked, 'content-location');
  if (location === null || !URL.canParse(location, served)) return served ?? '';
  return new URL(location, served).href;
}

/** Answers one of feedparser's own cases. */
export function answerCase(asked: FeedparserCase): FeedparserResult {
  const { feed = '', feed_base64: base64 } = asked.input;
  const bytes = base64 === undefined ? Buffer.from(feed) : Buffer.from(base64, 'base64');
  return toFeedparser(bytes, {
    url: urlOf(asked),
    contentType: headerOf(asked, 'content-type'),
    contentLanguage: headerOf(asked, 'content-language'),
  });
}
