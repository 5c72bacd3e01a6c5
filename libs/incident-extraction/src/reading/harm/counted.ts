import type { Effect } from '../../lexicon/triggers.js';
import { ordinals } from '../../numbers/lexicon.js';
import type { Person } from '../../people/person.js';
import type { Token } from '../../text/tokens.js';
import type { Told } from '../casualties.js';

/** "A fourth person was hurt", "the third victim dies": whoever is counted so is the last of as many. */
export function ordinalTolls(tokens: readonly Token[], told: readonly Told[]): Told[] {
  return told.flatMap(({ effect, people, from, to }) =>
    BODILY.has(effect)
      ? people.flatMap((person) => {
          const count = person.plural || person.count ? null : ordinalOf(tokens, person);
          if (count === null) return [];
          const quantity = { low: count, best: count, high: null, vague: false };
          const total = effect === 'killed' ? effect : ('hurt' as const);
          return [{ effect: total, quantity, stated: true, people: [], from, to, weak: true }];
        })
      : [],
  );
}

const BODILY: ReadonlySet<Effect> = new Set(['killed', 'injured', 'hurt']);

/** The place in a row that a phrase gives someone, from the third on: "the second man" may be a suspect. */
function ordinalOf(tokens: readonly Token[], { from, to }: Person): number | null {
  const at = /^(?:an?|the)$/.test(tokens[from]!.low) ? from + 1 : from;
  if (at >= to && to - from > 1) return null;
  const place = ordinals.get(tokens[at]?.low ?? '') ?? 0;
  return place > 2 && place < 13 ? place : null;
}

/** "Four victims were in the car": victims that are counted were harmed, whatever became of them. */
export function victims(
  tokens: readonly Token[],
  people: readonly Person[],
  told: readonly Told[],
): Told[] {
  return people
    .filter(({ count, to }) => (count?.best ?? 0) > 1 && tokens[to - 1]!.low === 'victims')
    .filter((person) => !told.some((toll) => toll.people.includes(person)))
    .map((person) => ({
      effect: 'hurt' as const,
      quantity: person.count,
      stated: true,
      people: [person],
      from: person.from,
      to: person.to,
      weak: true,
    }));
}
