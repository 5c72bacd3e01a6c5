import { byText } from '../order.js';

/** A group of mentions as it is now; each with the incident that it was in before. */
export interface Successor {
  readonly mentionIds: readonly string[];
  /** Per mention: its former incident, or that of the mention that it replaces; null when new. */
  readonly formerIds: readonly (string | null)[];
}

/** A live incident as it was before. */
export interface Former {
  readonly incidentId: string;
  /** Event time of its founding, ms since the epoch. */
  readonly foundedAt: number;
}

/** What becomes of former incidents and which groups need a new one. */
export interface Succession {
  /** Per group: the incident that it continues, or null. */
  readonly continues: readonly (string | null)[];
  /** Former incident → the one that it was merged into. */
  readonly merged: ReadonlyMap<string, string>;
  /** Former incidents that no mention tells of any longer. */
  readonly ended: readonly string[];
}

/**
 * Carries incident ids over to the new groups: an incident goes on in the group that has most of its mentions; where
 * two meet, the one founded first goes on and the other is merged into it.
 */
export function succeed(groups: readonly Successor[], former: readonly Former[]): Succession {
  const continues: (string | null)[] = groups.map(() => null);
  const merged = new Map<string, string>();
  const ended: string[] = [];
  const byAge = [...former].sort(
    (a, b) => a.foundedAt - b.foundedAt || byText(a.incidentId, b.incidentId),
  );
  for (const { incidentId } of byAge) {
    const heir = heirOf(incidentId, groups);
    if (heir === null) ended.push(incidentId);
    else if (continues[heir] === null) continues[heir] = incidentId;
    else merged.set(incidentId, continues[heir] as string);
  }
  return { continues, merged, ended };
}

function heirOf(incidentId: string, groups: readonly Successor[]): number | null {
  let heir: number | null = null;
  let most = 0;
  groups.forEach(({ formerIds }, at) => {
    const members = formerIds.filter((id) => id === incidentId).length;
    if (members > most) [heir, most] = [at, members];
  });
  return heir;
}
