import { groupBy, type Verdict, verdict } from './verdict.js';

export interface Revision {
  readonly incidentId: string;
  readonly revision: number;
}

export interface RevisionsEvidence {
  /** All of `incident-revised` and of `incident-updated`, partition by partition in order. */
  readonly revised: readonly Revision[];
  readonly updated: readonly Revision[];
  /** The store's history. */
  readonly kept: readonly Revision[];
  /** The newest revision of each incident where it is made, in the deduplicator. */
  readonly newest: readonly Revision[];
  /** Ids that were known before a database was put back to a backup. */
  readonly lost?: readonly string[];
}

/**
 * I4: what a reader applies only grows and lacks nothing, and the last record of each key of the
 * public topic is the newest. A revision that comes again is no fault: readers pass it by.
 */
export function checkRevisions(evidence: RevisionsEvidence): Verdict {
  const { revised, updated, kept, newest, lost = [] } = evidence;
  const violations: string[] = [];
  const heads = new Map(newest.map(({ incidentId, revision }) => [incidentId, revision]));
  for (const [name, records] of Object.entries({ revised, updated })) {
    for (const [incidentId, steps] of groupBy(records, (record) => record.incidentId)) {
      violations.push(...growthFaults(`incident-${name} ${incidentId}`, steps));
      if (!heads.has(incidentId) && !lost.includes(incidentId))
        violations.push(`incident-${name} ${incidentId} is unknown`);
    }
  }
  const last = new Map(updated.map(({ incidentId, revision }) => [incidentId, revision]));
  const history = groupBy(kept, ({ incidentId }) => incidentId);
  for (const [incidentId, head] of heads) {
    if (last.get(incidentId) !== head) {
      violations.push(
        `incident-updated ${incidentId} ends with revision ${last.get(incidentId)}, newest is ${head}`,
      );
    }
    violations.push(...historyFaults(incidentId, head, history.get(incidentId) ?? []));
  }
  return verdict(
    'I4',
    'Revisions only grow, none is missing, and the last record of a key is its newest.',
    violations,
  );
}

/** A reader that ignores what is not newer must be given each revision after the one before it. */
function growthFaults(name: string, steps: readonly Revision[]): string[] {
  const faults: string[] = [];
  let applied = 0;
  for (const { revision } of steps) {
    if (revision > applied + 1) faults.push(`${name} jumps from ${applied} to ${revision}`);
    applied = Math.max(applied, revision);
  }
  return faults;
}

function historyFaults(incidentId: string, head: number, kept: readonly Revision[]): string[] {
  const times = groupBy(kept, ({ revision }) => String(revision));
  const wanted = Array.from({ length: head }, (_, index) => String(index + 1));
  const faults = wanted
    .filter((revision) => times.get(revision)?.length !== 1)
    .map(
      (revision) =>
        `the store has ${incidentId}/${revision} ${times.get(revision)?.length ?? 0} times`,
    );
  const beyond = [...times.keys()].filter((revision) => Number(revision) > head);
  return [
    ...faults,
    ...beyond.map((revision) => `the store has unknown ${incidentId}/${revision}`),
  ];
}
