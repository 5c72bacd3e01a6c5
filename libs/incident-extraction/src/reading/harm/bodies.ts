import { isCoordinated } from '../../people/parts.js';
import type { Person } from '../../people/person.js';
import type { Token } from '../../text/tokens.js';
import type { Told } from '../casualties.js';
import { amount } from './amount.js';
import { ownedBy } from './whom.js';
import { WordSet } from '../../language/word-list.js';

/** Bodies count where they are found, not where they are merely spoken of. */
const FINDING = new WordSet(['found', 'discovered', 'recovered', 'retrieved', 'pulled']);

/** "two bodies were found", "the bodies of a woman and her two sons were found". */
export function bodies(tokens: readonly Token[], people: readonly Person[]): Told[] {
  return people
    .filter((person) => /^(?:body|bodies|corpses?)$/.test(tokens[person.to - 1]?.low ?? ''))
    .map((person) => ({ person, whose: listBehind(tokens, people, person.to) }))
    .filter(({ person, whose }) =>
      tokens
        .slice(Math.max(0, person.from - 3), (whose.at(-1) ?? person).to + 4)
        .some((t) => FINDING.has(t.low)),
    )
    .map(({ person, whose }) => {
      const counted = whose.length > 0 && !person.count ? whose : [person];
      const to = (whose.at(-1) ?? person).to;
      return {
        ...amount(counted),
        effect: 'killed' as const,
        people: counted,
        from: person.from,
        to,
      };
    });
}

/** Those of an "of" phrase behind a token. */
function listBehind(
  tokens: readonly Token[],
  people: readonly Person[],
  at: number,
): readonly Person[] {
  if (tokens[at]?.low !== 'of') return [];
  const first = people.findIndex(({ from }) => from === at + 1);
  if (first < 0) return [];
  const list = [ownedBy(tokens, people, people[first]!)];
  for (const person of people.slice(first + 1)) {
    const last = list.at(-1)!;
    if (person.from < last.to) continue;
    if (!isCoordinated(tokens, last.to, person.from)) break;
    // "… and the couple's two sons".
    list.push(ownedBy(tokens, people, person));
  }
  return list;
}
