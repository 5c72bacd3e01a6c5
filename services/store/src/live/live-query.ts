import { badQuery } from '../api/problem.js';
import type { Criterion } from '../queries/criterion.js';
import { criteriaOf, INCIDENT_PARAMETERS } from '../queries/incident-parameters.js';
import { text } from '../queries/values.js';
import { parsePosition, type ChangePosition } from './position.js';

/** What a subscriber wants to hear of. */
export interface LiveQuery {
  readonly criteria: readonly Criterion[];
  /** Undefined: from now on. */
  readonly after?: ChangePosition;
}

/**
 * @param lastEventId the header by which browsers resume; `lastEventId` in the query is for those that can't set it
 * @throws ProblemError 400
 */
export function parseLiveQuery(
  query: Readonly<Record<string, unknown>>,
  lastEventId: string | undefined,
): LiveQuery {
  const { lastEventId: inQuery, ...filters } = query;
  const given = Object.fromEntries(
    Object.entries(filters).map(([name, value]) => {
      if (Object.hasOwn(INCIDENT_PARAMETERS, name)) return [name, text(name, value)];
      throw badQuery(`${name} is not a parameter of this stream.`);
    }),
  );
  const place = lastEventId ?? (inQuery === undefined ? undefined : text('lastEventId', inQuery));
  return {
    criteria: criteriaOf(given),
    ...(place === undefined ? {} : { after: parsePosition(place) }),
  };
}
