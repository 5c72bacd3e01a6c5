import type { Conflict, SourcedClaim, What, When, Where } from '@tocsin/contracts';
import type { ClaimTable } from './claim-table.js';
import { supportOf, type Supported } from './support.js';
import type { Telling } from './telling.js';

/** The type that most independent sources give; modes, contexts and instruments of all who give it. */
export function mergeWhat(
  tellings: readonly Telling[],
  table: ClaimTable,
): { what: What; conflict: Conflict | null } {
  const types = supportOf(tellings, ({ mention: { what } }) => ({
    key: [what.acledSubEventType, what.hazardType, what.ploverType].join('|'),
    value: what,
  })).sort((a, b) => rank(b.value) - rank(a.value)); // the untyped never outvote a type
  const best = types[0] as Supported<What>;
  const eventTypes = new Set(types.flatMap(({ value }) => value.acledEventType ?? []));
  const all = best.tellings.map(({ mention }) => mention.what);
  return {
    what: {
      ...best.value,
      modes: unique(all.flatMap(({ modes }) => modes)).sort(),
      contexts: unique(all.flatMap(({ contexts }) => contexts)).sort(),
      instruments: [
        ...new Map(all.flatMap((w) => w.instruments).map((i) => [i.words, i])).values(),
      ],
      civilianTargeting: all.some(({ civilianTargeting }) => civilianTargeting),
    },
    conflict: eventTypes.size > 1 ? { field: 'type', claims: typeClaims(types, table) } : null,
  };
}

function typeClaims(types: readonly Supported<What>[], table: ClaimTable): SourcedClaim[] {
  const mentions = types.flatMap(({ tellings }) => tellings.map(({ mention }) => mention));
  const places = mentions.flatMap(({ mentionId, claims: own }) =>
    table.moved(mentionId, [...own.keys()]),
  );
  return table.at(places).filter(({ claim }) => claim.field === 'type');
}

const rank = (what: What) => (what.acledEventType === null && what.hazardType === null ? 0 : 1);
const unique = (words: readonly string[]) => [...new Set(words)];

/** The most exact place, then the best supported one among the equally exact. */
export function mergeWhere(
  tellings: readonly Telling[],
  table: ClaimTable,
): { where: Where; conflict: Conflict | null } {
  const places = supportOf(tellings, ({ mention: { where, mentionId } }) => ({
    key: `${where.geonameId ?? where.place ?? where.admin1 ?? where.countryIso3 ?? ''}`,
    value: table.rebased(mentionId, where),
  })).sort((a, b) => exactness(a.value) - exactness(b.value));
  const best = places[0] as Supported<Where>;
  const rivals = places.filter(({ value }) => exactness(value) === 1);
  return {
    where: best.value,
    conflict: rivals.length > 1 ? conflictOf('where', rivals, table) : null,
  };
}

const exactness = ({ geoPrecision }: Where) => geoPrecision ?? 4;

/** The most exact time, then the best supported one among the equally exact. */
export function mergeWhen(
  tellings: readonly Telling[],
  table: ClaimTable,
): { when: When; conflict: Conflict | null } {
  const times = supportOf(tellings, ({ mention: { when, mentionId } }) => ({
    key: `${when.start?.slice(0, 10)}..${when.end?.slice(0, 10)}`,
    value: table.rebased(mentionId, when),
  })).sort((a, b) => (a.value.datePrecision ?? 6) - (b.value.datePrecision ?? 6));
  const best = times[0] as Supported<When>;
  const rivals = times.filter(({ value }) => value.datePrecision === 1);
  return {
    when: best.value,
    conflict: rivals.length > 1 ? conflictOf('when', rivals, table) : null,
  };
}

function conflictOf(
  field: string,
  rivals: readonly Supported<{ readonly claims: readonly number[] }>[],
  table: ClaimTable,
): Conflict {
  return { field, claims: table.at(rivals.flatMap(({ value }) => value.claims)) };
}
