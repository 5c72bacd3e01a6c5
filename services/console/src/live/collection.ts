import type { ListedIncident } from '../model/listed-incident.js';
import type { Filters, Sort } from '../filters/filters.js';
import { matches } from '../filters/matches.js';

/** The incidents that are shown, in their order. */
export interface Collection {
  readonly items: readonly ListedIncident[];
  /** Ids of those that came, or changed, while one was looking. */
  readonly fresh: ReadonlySet<string>;
}

export const EMPTY: Collection = { items: [], fresh: new Set() };

/** More of what was asked for, behind what is there; what is there already is not doubled. */
export function withPage(
  collection: Collection,
  page: readonly ListedIncident[],
  filters: Filters,
): Collection {
  const ids = new Set(collection.items.map(({ incidentId }) => incidentId));
  // What has only words to be judged by was found by the database.
  const wanted = page.filter(
    (each) => !ids.has(each.incidentId) && matches(each, filters) !== false,
  );
  return { ...collection, items: [...collection.items, ...wanted] };
}

/**
 * What is shown after changes. The very same collection when none of them concerns it.
 *
 * @returns `ask` when only the database can say whether a changed incident belongs here
 */
export function withChanges(
  collection: Collection,
  changes: readonly ListedIncident[],
  filters: Filters,
): Collection | 'ask' {
  const items = new Map(collection.items.map((each) => [each.incidentId, each]));
  const moved: ListedIncident[] = [];
  const fresh = new Set(collection.fresh);
  let isChanged = false;
  for (const change of changes) {
    const { incidentId, revision } = change;
    const shown = items.get(incidentId);
    if (shown && shown.revision >= revision) continue;
    const belongs = matches(change, filters);
    if (belongs === 'ask') return 'ask';
    if (!belongs && !shown) continue;
    isChanged = true;
    items.delete(incidentId);
    fresh.delete(incidentId);
    if (!belongs) continue;
    moved.push(change);
    fresh.add(incidentId);
  }
  if (!isChanged) return collection;
  return { items: inOrder(moved, [...items.values()], filters.sort), fresh };
}

const COMPARE: Readonly<
  Record<Exclude<Sort, '-updatedAt'>, (incident: ListedIncident) => string | number>
> = {
  '-start': ({ when }) => when.start ?? '',
  '-killed': ({ casualties }) => casualties.killed?.best ?? -1,
};

/** The newest report comes first by coming last: there is no field for when it came. */
function inOrder(moved: ListedIncident[], rest: ListedIncident[], sort: Sort): ListedIncident[] {
  const all = [...moved.reverse(), ...rest];
  if (sort === '-updatedAt') return all;
  const key = COMPARE[sort];
  return all.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}
