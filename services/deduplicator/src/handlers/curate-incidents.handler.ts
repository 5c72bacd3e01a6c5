import type { IncidentCurated } from '@tocsin/contracts';
import { drop, ok, type BatchHandler, type Outcome } from '@tocsin/messaging';
import type { TransactionContext } from '@tocsin/persistence';
import { SearchLocks } from '../index/search-locks.js';
import { PostgresCurationIndex } from '../index/postgres-curation-index.js';
import { PostgresIncidentIndex } from '../index/postgres-incident-index.js';
import { PostgresSyndicationIndex } from '../index/postgres-syndication-index.js';
import { curate, lockCurated, type CurationIndexes } from '../stages/curate.js';
import { nameSubjects } from '../stages/name-subjects.js';
import { outputsOf } from '../stages/revision.js';

/**
 * Obeys analysts: a merge ties mentions together, a split holds them apart, a retraction takes back what they tell; all
 * for ever, whatever later mentions look like, and also when the articles come after the command.
 */
export const curateIncidents: BatchHandler<IncidentCurated, TransactionContext> = async (
  messages,
  { tx },
) => {
  const indexes: CurationIndexes = {
    locks: new SearchLocks(tx),
    incidents: new PostgresIncidentIndex(tx),
    syndication: new PostgresSyndicationIndex(tx),
    curations: new PostgresCurationIndex(tx),
  };
  const commands: IncidentCurated[] = [];
  for (const { payload } of messages) commands.push(await withSubjects(payload, indexes));
  await lockCurated(commands, indexes);
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(await outcomeOf(command, indexes));
  return outcomes;
};

async function outcomeOf(command: IncidentCurated, indexes: CurationIndexes): Promise<Outcome> {
  if (command.subjects.length === 0)
    return drop(
      'ERR_DEDUPLICATOR_UNKNOWN_INCIDENT',
      'The command names no incident that is known.',
    );
  const revisions = await curate(command, indexes);
  return revisions === null
    ? drop('ERR_DEDUPLICATOR_REPEATED_COMMAND', 'This command has come before.')
    : ok(...revisions.flatMap(outputsOf));
}

/** A command of the first version names its incidents by ids alone. */
async function withSubjects(
  command: IncidentCurated,
  { incidents }: CurationIndexes,
): Promise<IncidentCurated> {
  if (command.subjects.length > 0) return command;
  const ids = [...new Set([command.incidentId, ...command.otherIncidentIds])];
  const current = await incidents.forwarded(ids);
  const known = [...new Set([...current.values()].map(({ incidentId }) => incidentId))];
  return { ...command, subjects: await nameSubjects(known, command.mentionIds, incidents) };
}
