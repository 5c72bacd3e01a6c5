import type { Effect } from '../../lexicon/triggers.js';
import type { NumberExpression } from '../../numbers/counts.js';
import { ordinals } from '../../numbers/lexicon.js';
import type { Person } from '../../people/person.js';
import type { Token } from '../../text/tokens.js';
import type { Told } from '../casualties.js';
import { WordList } from '../../language/word-list.js';
import { indexOfWords } from '../../lexicon/phrase-index.js';

/** "A fourth person was hurt", "the third victim dies": whoever is counted so is the last of as many. */
export function ordinalTolls(tokens: readonly Token[], told: readonly Told[]): Told[] {
  return told.flatMap(({ effect, people, from, to }) =>
    BODILY.has(effect)
      ? people.flatMap((person) => {
          const count = person.plural || person.count ? null : ordinalOf(tokens, person);
          if (count === null) return [];
          const quantity = { low: count, best: count, high: null, vague: false };
          // "The fourth victim was wounded and died": the fourth of those shot.
          const shot = told.some(
            (other) => other.effect !== 'killed' && other.people.includes(person),
          );
          const total = effect === 'killed' && !shot ? effect : ('hurt' as const);
          return [{ effect: total, quantity, stated: true, people: [], from, to, weak: true }];
        })
      : [],
  );
}

/** What is done to a body, as told apart from captivity and disappearance. */
export const BODILY: ReadonlySet<Effect> = new Set(['killed', 'injured', 'hurt']);

/** The place in a row that a phrase gives someone, from the third on: "the second man" may be a suspect. */
function ordinalOf(tokens: readonly Token[], { from, to }: Person): number | null {
  const at = /^(?:an?|the)$/.test(tokens[from]!.low) ? from + 1 : from;
  if (at >= to && to - from > 1) return null;
  // "a 3rd grade girl"
  if (/^grade/.test(tokens[at + 1]?.low ?? '')) return null;
  const place = placeOf(tokens[at]?.low ?? '');
  return place > 2 && place < 13 ? place : null;
}

/** "eighth", "8th"; 0 for any other word. */
const placeOf = (word: string): number =>
  ordinals.get(word) ?? Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1] ?? 0);

/** "Four victims were in the car": victims that are counted were harmed, whatever became of them. */
export function victims(
  tokens: readonly Token[],
  people: readonly Person[],
  told: readonly Told[],
): Told[] {
  return (
    people
      .filter(({ count, to }) => (count?.best ?? 0) > 1 && tokens[to - 1]!.low === 'victims')
      .filter((person) => !told.some((toll) => toll.people.includes(person)))
      // "both victims and witnesses", "one of several dozen victims", "two other victims, but neither was injured".
      .filter(({ from, to }) => tokens[from]!.low !== 'both' || tokens[to]?.low !== 'and')
      .filter(
        ({ from }) => !tokens.slice(Math.max(0, from - 3), from).some(({ low }) => low === 'one'),
      )
      .filter(({ to }) => !tokens.some(({ low }, at) => at > to && /^(?:neither|none)$/.test(low)))
      .map((person) => ({
        effect: 'hurt' as const,
        // "3 of 5 victims are students"
        quantity: person.whole ?? person.count,
        stated: true,
        people: [person],
        from: person.from,
        to: person.to,
        weak: true,
      }))
  );
}

const CLAIM = new WordList(/^claim(?:s|ed|ing)?$/);
const CLAIMS = indexOfWords(CLAIM.words);

/** "the rampage claims a fifth victim", "claimed its third life": whoever is claimed is the last of as many. */
export function claimedTolls(tokens: readonly Token[]): Told[] {
  if (!CLAIMS.mayFind(tokens)) return [];
  return tokens.flatMap(({ low }, at) => {
    if (!CLAIM.test(low)) return [];
    const place = /^(?:an?|its|the|his)$/.test(tokens[at + 1]?.low ?? '') ? at + 2 : at + 1;
    const count = placeOf(tokens[place]?.low ?? '');
    if (count < 1 || count > 99 || !/^(?:victim|life)$/.test(tokens[place + 1]?.low ?? ''))
      return [];
    const quantity = { low: count, best: count, high: null, vague: false };
    return [
      { effect: 'killed' as const, quantity, stated: true, people: [], from: at, to: place + 2 },
    ];
  });
}

/** What a figure is labelled by, and what became of so many. */
export const LABELS: ReadonlyMap<string, Effect> = new Map([
  ['dead', 'killed'],
  ['killed', 'killed'],
  ['deaths', 'killed'],
  ['fatalities', 'killed'],
  ['injured', 'injured'],
  ['wounded', 'injured'],
  ['injuries', 'injured'],
]);

/** Without one of these a sentence has no body, victim or figure that this file, `bodies` or `lives` could count. */
export const countedWords = indexOfWords([
  ...['body', 'bodies', 'corpse', 'corpses', 'victims'],
  ...['lives', 'number', 'toll', ...LABELS.keys()],
]);

/** Whether a token is the label of the figure behind it, as in a table: "Dead: 12 Injured: 140". */
export const isLabel = (tokens: readonly Token[], at: number): boolean =>
  LABELS.has(tokens[at]?.low ?? '') &&
  tokens[at + 1]?.low === ':' &&
  tokens[at + 2]?.kind === 'number';

/** "Dead: 12 Injured: 140". */
export function labelledTolls(
  tokens: readonly Token[],
  numbers: readonly NumberExpression[],
): Told[] {
  return numbers.flatMap((number) => {
    const label = number.from - 2;
    if (!isLabel(tokens, label)) return [];
    const effect = LABELS.get(tokens[label]!.low)!;
    return [{ effect, quantity: number, stated: true, people: [], from: label, to: number.to }];
  });
}

/** "bringing the toll to seven", "the toll stands at 12". */
export function bareTolls(tokens: readonly Token[], numbers: readonly NumberExpression[]): Told[] {
  return numbers.flatMap((number) => {
    if (!/^(?:to|at)$/.test(tokens[number.from - 1]?.low ?? '')) return [];
    const start = Math.max(0, number.from - TOLL_REACH);
    const at = tokens.findIndex(({ low }, i) => i >= start && i < number.from && low === 'toll');
    // "the road toll", "the injury toll" count others; "the death toll" is read with its frame.
    if (at < 0 || !/^(?:the|its|overall|total|official)$/.test(tokens[at - 1]?.low ?? ''))
      return [];
    return [
      {
        effect: 'killed' as const,
        quantity: number,
        stated: true,
        people: [],
        from: at,
        to: number.to,
      },
    ];
  });
}

/** How far behind "toll" its figure stands, in tokens. */
const TOLL_REACH = 6;
