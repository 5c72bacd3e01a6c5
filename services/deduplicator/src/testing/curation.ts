import type { IncidentCurated } from '@tocsin/contracts';
import { slimmed } from '@tocsin/dedup';
import type { Message } from '@tocsin/messaging';
import { mentionOf, messageOf } from './messages.js';

/** A command's subject: one mention of each of the articles, as the first extractor made it. */
export const subjectOf = (
  incidentId: string,
  articles: Readonly<Record<string, ReturnType<typeof mentionOf>>>,
): IncidentCurated['subjects'][number] => ({
  incidentId,
  mentions: Object.entries(articles).map(([articleId, mention]) => ({
    articleId,
    mention: slimmed({ ...mention, mentionId: `${articleId}-1-${mention.mentionId}` }),
  })),
});

/** The message of an analyst's command. */
export function commandOf(changes: Partial<IncidentCurated>): Message<IncidentCurated> {
  const { payload: _, ...raw } = messageOf('c', { text: '' });
  return {
    ...raw,
    topic: 'incident-curated',
    payload: {
      commandId: 'c',
      action: 'retract',
      incidentId: 'i',
      otherIncidentIds: [],
      mentionIds: [],
      subjects: [],
      reason: 'the analyst knows',
      by: 'analyst',
      at: '2022-01-09T10:00:00.000Z',
      ...changes,
    },
  };
}
