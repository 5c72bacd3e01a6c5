import type { ArticleSettled } from '@tocsin/contracts';
import { headerText, ok, type Message, type Outcome, type Output } from '@tocsin/messaging';
import type { CompleteVersion } from '../tables/article-version-table.js';

interface Versioned {
  readonly articleId: string;
  readonly version: number;
}

/** One `ok` per message; the message that completed a version tells the world that it is stored. */
export function storedOutcomes(
  messages: readonly Message<Versioned>[],
  complete: readonly CompleteVersion[],
  nowMs: number,
): Outcome[] {
  const open = new Map(complete.map((version) => [nameOf(version), version]));
  return messages.map((message) => {
    const version = open.get(nameOf(message.payload));
    if (version === undefined) return ok();
    // A batch may hold the same record twice: only the first tells.
    open.delete(nameOf(version));
    return ok(storedOutput(version, headerText(message, 'traceparent') ?? null, nowMs));
  });
}

const nameOf = ({ articleId, version }: Versioned) => `${articleId}/${version}`;

function storedOutput(
  { articleId, version, url }: CompleteVersion,
  traceparent: string | null,
  nowMs: number,
): Output {
  const value: ArticleSettled = {
    urlId: articleId,
    url,
    version,
    stage: 'store',
    end: 'stored',
    code: 'OK',
    reason: 'The article, its syndication and its incidents can be read.',
    at: new Date(nowMs).toISOString(),
    traceparent,
  };
  return { topic: 'article-settled', key: articleId, value };
}
