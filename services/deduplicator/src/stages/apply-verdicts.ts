import { verdictsOf } from '@tocsin/dedup';
import type { SearchLocks } from '../index/search-locks.js';
import { articlesOf, type CurationIndex } from '../index/curation-index.port.js';

/** The lock names of articles whose set of mentions may be replaced or read for a verdict. */
export const articleLocks = (articleIds: Iterable<string>): string[] =>
  [...articleIds].map((id) => `article ${id}`);

/** The articles that are named in one breath with these by analysts' commands: they are judged together. */
export async function judgedWith(
  articleIds: readonly string[],
  curations: CurationIndex,
): Promise<string[]> {
  return (await curations.concerning(articleIds)).flatMap(articlesOf);
}

/**
 * Says anew what analysts' commands come to for the mentions that these articles and those judged with them have now.
 * A command from before its articles waits here until they come; one whose mentions were replaced goes on in their
 * successors.
 * @returns the mentions that were judged
 * @throws ContendedError when another instance holds one of the articles
 */
export async function applyVerdicts(
  articleIds: readonly string[],
  curations: CurationIndex,
  locks: SearchLocks,
): Promise<string[]> {
  const commands = await curations.concerning(articleIds);
  if (commands.length === 0) return [];
  const named = [...new Set(commands.flatMap(articlesOf))];
  await locks.take('cell', articleLocks(named));
  const current = await curations.mentionsOf(named);
  const mentionIds = [...current.values()].flat().map(({ mentionId }) => mentionId);
  await curations.replaceVerdicts(mentionIds, verdictsOf(commands, current));
  return mentionIds;
}
