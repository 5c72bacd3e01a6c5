import type { IncidentCurated } from '@tocsin/contracts';
import type { SearchLocks } from '../index/search-locks.js';
import { articlesOf, type CurationIndex } from '../index/curation-index.port.js';
import type { IncidentIndex } from '../index/incident-index.port.js';
import type { SyndicationIndex } from '../index/syndication-index.port.js';
import { applyVerdicts, articleLocks, judgedWith } from './apply-verdicts.js';
import { reviseIncidents } from './revise-incidents.js';
import type { Revision } from './revision.js';

/** All that a command works on, in one transaction. */
export interface CurationIndexes {
  readonly incidents: IncidentIndex;
  readonly syndication: SyndicationIndex;
  readonly curations: CurationIndex;
  readonly locks: SearchLocks;
}

/** Locks all articles that the commands are about, in the one go in which nobody can wait for each other. */
export async function lockCurated(
  commands: readonly IncidentCurated[],
  { curations, locks }: CurationIndexes,
): Promise<void> {
  const named = commands.flatMap(articlesOf);
  await locks.take('cell', articleLocks([...named, ...(await judgedWith(named, curations))]));
}

/**
 * Keeps a command for ever and lets it take effect on what is known of its articles, which may be nothing yet.
 * @returns null when it is known already
 */
export async function curate(
  command: IncidentCurated,
  indexes: CurationIndexes,
): Promise<Revision[] | null> {
  const { curations, locks } = indexes;
  if (!(await curations.keep(command))) return null;
  const judged = await applyVerdicts(articlesOf(command), curations, locks);
  const revisions = await reviseIncidents(
    {
      mentionIds: judged,
      incidentIds: [],
      heirs: new Map(),
      removed: [],
      articleIds: new Set(),
      toldAnew: new Set(),
      at: command.at,
    },
    indexes,
  );
  const reason = `${command.by}: ${command.reason}`;
  return revisions.map((revision) => ({ ...revision, reason }));
}
