import type { CuratedIncident } from '@tocsin/contracts';
import { CliError } from '../../cli-error.js';

/**
 * The ids of the mentions that are named by their own ids, their articles' ids or URLs.
 * @throws CliError ERR_CURATION_UNKNOWN_MENTION
 */
export function leavingOf(
  names: readonly string[],
  { incident, mentions }: CuratedIncident,
): string[] {
  const ids = names.flatMap((name) => {
    const found = mentions.filter(
      ({ mentionId, articleId, url }) => name === mentionId || name === articleId || name === url,
    );
    if (found.length > 0) return found.map(({ mentionId }) => mentionId);
    throw new CliError(
      'ERR_CURATION_UNKNOWN_MENTION',
      `${incident.incidentId} has no mention, article or URL ${name}; tocsin incident show lists them.`,
    );
  });
  return [...new Set(ids)];
}
