import type { Casualties, Victim } from '@tocsin/contracts';
import type { Told } from './linkable.js';
import { namesShared } from './people-likeness.js';
import { mayBeOnePlace } from './place-likeness.js';
import { RISING, ratioOf } from './toll-likeness.js';
import { typeLikeness } from './type-likeness.js';

/** A suburb is told by its city's name, too; beyond this two towns are two places. */
const ONE_TOWN_KM = 15;

/**
 * Whether what two mentions of one article say can't be one incident: kinds, days or towns that exclude each other,
 * tolls of more than three to one, or dead or injured who are all named and are others.
 *
 * An article that tells of something in two places of its text may have been read as telling of two. Where they say
 * nothing against each other, other articles decide.
 */
export function contradict(a: Told, b: Told): boolean {
  return (
    typeLikeness(a.what, b.what) === null ||
    !mayBeOnePlace(a.where, b.where, ONE_TOWN_KM) ||
    excludeDays(a, b) ||
    TOLLS.some((toll) => excludeTolls(a.casualties, b.casualties, toll)) ||
    TOLLS.some((toll) => areOthers(a, b, toll))
  );
}

const TOLLS = ['killed', 'injured'] as const;
type Toll = (typeof TOLLS)[number];

/** Days are compared as they are written: an article's are all of one zone. */
function excludeDays({ when: a }: Told, { when: b }: Told): boolean {
  const [from, until] = [latest(a.start, b.start), earliest(a.end, b.end)];
  return from !== null && until !== null && from > until;
}

const latest = (...days: readonly (string | null)[]) => inOrder(days).at(-1) ?? null;
const earliest = (...days: readonly (string | null)[]) => inOrder(days)[0] ?? null;
const inOrder = (days: readonly (string | null)[]) =>
  days.flatMap((day) => day?.slice(0, 10) ?? []).sort();

function excludeTolls(a: Casualties, b: Casualties, toll: Toll): boolean {
  const [x, y] = [a[toll]?.best ?? null, b[toll]?.best ?? null];
  return x !== null && y !== null && ratioOf(x, y) > RISING;
}

/** Each names as many as it counts, and nobody is among both. */
function areOthers(a: Told, b: Told, toll: Toll): boolean {
  const [here, there] = [named(a, toll), named(b, toll)];
  return namesShared(here, there) === false && isWhole(a, here, toll) && isWhole(b, there, toll);
}

const named = ({ victims }: Told, toll: Toll): Victim[] =>
  victims.filter(({ name, effect }) => name !== undefined && effect === toll);

const isWhole = ({ casualties }: Told, names: readonly Victim[], toll: Toll): boolean =>
  (casualties[toll]?.best ?? 0) <= names.length;
