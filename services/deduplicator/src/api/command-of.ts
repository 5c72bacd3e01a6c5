import type { CurationRequest, IncidentCurated } from '@tocsin/contracts';
import type { IncidentIndex } from '../index/incident-index.port.js';
import { nameSubjects } from '../stages/name-subjects.js';
import { refusals } from './curation-refusals.js';

/** What makes a request a command of its own. */
export interface CommandStamp {
  readonly commandId: string;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * The command that a request comes to, with what is told of its incidents now; ids of merged incidents are those of
 * what they were merged into.
 * @throws HttpException when it makes no sense
 */
export async function commandOf(
  request: CurationRequest,
  { commandId, at }: CommandStamp,
  index: IncidentIndex,
): Promise<IncidentCurated> {
  const { action, incidentId, otherIncidentIds = [], mentionIds = [], reason, by } = request;
  if (action !== 'merge' && otherIncidentIds.length > 0)
    throw refusals.superfluous('otherIncidentIds', action);
  if (action !== 'split' && mentionIds.length > 0) throw refusals.superfluous('mentionIds', action);
  if (action === 'split' && mentionIds.length === 0) throw refusals.noMentions();

  const asked = [incidentId, ...otherIncidentIds];
  const current = await index.forwarded(asked);
  const unknown = asked.filter((id) => !current.has(id));
  if (unknown.length > 0) throw refusals.unknownIncident(unknown);
  const ids = [...new Set(asked.flatMap((id) => current.get(id)?.incidentId ?? []))];
  const [first = '', ...others] = ids;
  if (action === 'merge' && others.length === 0) throw refusals.oneIncident(first);

  const subjects = await nameSubjects(ids, mentionIds, index);
  const told = new Set(subjects.map((subject) => subject.incidentId));
  const untold = ids.filter((id) => !told.has(id));
  if (untold.length > 0) throw refusals.untold(untold);
  const named = new Set(
    subjects.flatMap(({ mentions }) => mentions.map(({ mention }) => mention.mentionId)),
  );
  const strange = mentionIds.filter((id) => !named.has(id));
  if (strange.length > 0) throw refusals.unknownMentions(strange, first);
  if (action === 'split' && named.size === mentionIds.length) throw refusals.splitAll(first);
  return {
    commandId,
    action,
    incidentId: first,
    otherIncidentIds: others,
    mentionIds,
    subjects,
    reason: reason.trim(),
    by: by.trim(),
    at,
  };
}
