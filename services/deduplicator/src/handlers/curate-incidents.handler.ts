import type { IncidentCurated } from '@tocsin/contracts';
import { drop, ok, type BatchHandler, type Outcome } from '@tocsin/messaging';
import type { TransactionContext } from '@tocsin/persistence';
import { AdvisoryLocks } from '../index/advisory-locks.js';
import type { IncidentIndex, NewLink } from '../index/incident-index.port.js';
import { PostgresIncidentIndex } from '../index/postgres-incident-index.js';
import { PostgresSyndicationIndex } from '../index/postgres-syndication-index.js';
import { retractIncident } from '../stages/retract-incident.js';
import { reviseIncidents } from '../stages/revise-incidents.js';
import { outputsOf } from '../stages/revision.js';

/**
 * Obeys analysts: a merge ties mentions together, a split holds them apart, both for ever and whatever later
 * mentions look like; a retraction stands while the incident goes on gathering mentions.
 */
export const curateIncidents: BatchHandler<IncidentCurated, TransactionContext> = async (
  messages,
  { tx },
) => {
  const outcomes: Outcome[] = [];
  const locks = new AdvisoryLocks(tx);
  const incidents = new PostgresIncidentIndex(tx);
  const syndication = new PostgresSyndicationIndex(tx);
  const commands = messages.map(({ payload }) => payload);
  await locks.take('incident', commands.flatMap(namedIncidents));
  for (const command of commands) {
    const named = await incidents.incidents(namedIncidents(command));
    if (named.length < namedIncidents(command).length) {
      outcomes.push(drop('ERR_DEDUPLICATOR_UNKNOWN_INCIDENT', 'no such incident is known'));
      continue;
    }
    if (command.action === 'retract') {
      outcomes.push(ok(...(await retractIncident(command, incidents)).flatMap(outputsOf)));
      continue;
    }
    const links = await curatedLinks(command, incidents);
    if (links.length === 0) {
      outcomes.push(drop('ERR_DEDUPLICATOR_NOTHING_TO_CURATE', 'the command names no mentions'));
      continue;
    }
    await incidents.addLinks(links);
    const revisions = await reviseIncidents(
      {
        mentionIds: [],
        incidentIds: namedIncidents(command),
        heirs: new Map(),
        removed: [],
        articleIds: new Set(),
        at: command.at,
      },
      { incidents, syndication, locks },
    );
    const explained = revisions.map((revision) => ({ ...revision, reason: command.reason }));
    outcomes.push(ok(...explained.flatMap(outputsOf)));
  }
  return outcomes;
};

const namedIncidents = ({ incidentId, otherIncidentIds }: IncidentCurated) => [
  ...new Set([incidentId, ...otherIncidentIds]),
];

async function curatedLinks(command: IncidentCurated, index: IncidentIndex): Promise<NewLink[]> {
  const ids = namedIncidents(command);
  const { mentions } = await index.neighbourhood([], ids);
  const own = mentions
    .filter(({ incidentId }) => incidentId !== null && ids.includes(incidentId))
    .map(({ mention, incidentId }) => ({ id: mention.mentionId, incidentId }));
  if (command.action === 'merge') {
    const one = ids.flatMap((id) => own.find(({ incidentId }) => incidentId === id) ?? []);
    return one.slice(1).map(({ id }) => curated((one[0] as { id: string }).id, id, 'together'));
  }
  const leaving = own.filter(({ id }) => command.mentionIds.includes(id));
  const staying = own.filter(({ id }) => !command.mentionIds.includes(id));
  return leaving.flatMap((a) => staying.map((b) => curated(a.id, b.id, 'apart')));
}

const curated = (a: string, b: string, verdict: NewLink['verdict']): NewLink => ({
  a,
  b,
  score: 0,
  verdict,
  features: {},
});
