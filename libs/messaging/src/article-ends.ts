import type { ArticleSettled } from '@tocsin/contracts';
import { TocsinError } from './errors.js';
import { headerText, type Message, type RawMessage } from './message.js';
import type { Outcome, Output } from './outcome.js';

type Stage = ArticleSettled['stage'];
type End = Pick<ArticleSettled, 'end' | 'code' | 'reason'>;

/**
 * How an article version ended at a stage, as a record of `article-settled`. None for a record without a
 * key: no URL is to be settled then, and the dead letter alone tells of it. `at`: ms since the epoch.
 */
export function articleEnd(message: RawMessage, stage: Stage, end: End, at: number): Output[] {
  const urlId = message.key?.toString('utf8') ?? '';
  if (urlId === '') return [];
  const value: ArticleSettled = {
    urlId,
    ...toldBy(message.value),
    stage,
    ...end,
    at: new Date(at).toISOString(),
    traceparent: headerText(message, 'traceparent') ?? null,
  };
  return [{ topic: 'article-settled', key: urlId, value }];
}

/** For `onSettled` of topics keyed by article: what a stage gives up is settled as dead-lettered. */
export const deadLetterEnds =
  (stage: Stage, now: () => number) =>
  (message: Message<unknown>, outcome: Outcome): readonly Output[] => {
    if (outcome.kind !== 'deadLetter') return [];
    const reason = outcome.error.message;
    const code = deadLetterCode(stage, outcome);
    return articleEnd(message, stage, { end: 'dead-lettered', code, reason }, now());
  };

/** The code under which a dead letter is told and counted: its error's own, else one made of its class. */
export const deadLetterCode = (
  stage: Stage,
  { error, class: kind }: Extract<Outcome, { kind: 'deadLetter' }>,
): string => (error instanceof TocsinError ? error.code : `ERR_${stage.toUpperCase()}_${kind}`);

/** Read from the bytes: a record that broke its contract was never decoded, and may still tell. */
function toldBy(value: Buffer | null): Pick<ArticleSettled, 'url' | 'version'> {
  try {
    const told = JSON.parse(value?.toString('utf8') ?? '') as { url?: unknown; version?: unknown };
    return {
      url: typeof told.url === 'string' ? told.url : null,
      version: Number.isSafeInteger(told.version) ? (told.version as number) : null,
    };
  } catch {
    return { url: null, version: null };
  }
}
