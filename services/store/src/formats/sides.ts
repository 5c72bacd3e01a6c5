import type { Actor, Incident } from '@tocsin/contracts';

/** ACLED `inter` of civilians. */
const CIVILIANS = 7;
const isActing = ({ role }: Actor) => role === 'actor' || role === 'perpetrator';
const nameOf = ({ name, words }: Actor): string => name ?? words;

export interface Side {
  readonly name: string;
  readonly inter: number | null;
  readonly country: string | null;
  readonly sector: string | null;
}

/** Who acts, and upon whom: a second actor, an intervenor, civilians, or the first victims named. */
export function sidesOf(incident: Incident): readonly [Side | null, Side | null] {
  const { actors, victims, what } = incident;
  const ordered = [
    ...actors.filter(isActing),
    ...actors.filter((actor) => !isActing(actor)),
  ].filter(({ role }) => role !== 'claimant');
  const [first, second] = ordered.filter(
    (actor, n) => ordered.findIndex((other) => nameOf(other) === nameOf(actor)) === n,
  );
  const victim = victims[0];
  return [
    first ? sideOf(first) : null,
    second
      ? sideOf(second)
      : what.civilianTargeting
        ? { name: 'Civilians', inter: CIVILIANS, country: null, sector: 'CVL' }
        : victim
          ? { name: victim.name ?? victim.words, inter: null, country: null, sector: null }
          : null,
  ];
}

const sideOf = (actor: Actor): Side => ({
  name: nameOf(actor),
  inter: actor.inter ?? null,
  country: actor.countryIso3 ?? null,
  sector: actor.sector ?? null,
});
