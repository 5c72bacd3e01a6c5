import { toFeedparser, type FeedparserResult } from './result.js';

/** What one of feedparser's own cases is given. */
export interface FeedparserCase {
  readonly id: string;
  /** The document in UTF-8, or in base64 where it is of another encoding. */
  readonly input: {
    readonly feed?: string;
    readonly feed_base64?: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
}

function headerOf({ input }: FeedparserCase, wanted: string): string | null {
  const found = Object.entries(input.headers ?? {}).find(([name]) => name.toLowerCase() === wanted);
  return found?.[1] ?? null;
}

/** The address that a document says to belong to; where it was served is not told. */
function urlOf(asked: FeedparserCase): string {
  const location = headerOf(asked, 'content-location');
  return location !== null && URL.canParse(location) ? new URL(location).href : '';
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
