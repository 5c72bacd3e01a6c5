import { DETERMINERS } from '../../language/function-words.js';
import type { Effect } from '../../lexicon/triggers.js';
import { meets } from '../../parties/perpetrators.js';
import type { Person } from '../../people/person.js';
import type { Toll } from '../../reading/casualties.js';
import type { SentenceReading } from '../../reading/sentence-reading.js';
import { WordList } from '../../language/word-list.js';

export const HURT: ReadonlySet<Effect> = new Set(['injured', 'hurt']);

/** "a boy", "another", "one": someone whom no one has spoken of yet. */
const NEW = new WordList(/^(?:an?|another|one)$/);
const OWN = new WordList(/^(?:his|her|their)$/);
const PRONOUN = new WordList(/^(?:he|she|they|him|her|them|himself|herself)$/);

/**
 * Whether a sentence tells someone's harm beside the death of others: the boy of "two died and a boy was
 * wounded" is none of the two, however few of the dead the text describes.
 */
export function isBesideDead(
  { effect, from, to }: Toll,
  person: Person,
  { tolls, sentence: { tokens, part } }: SentenceReading,
): boolean {
  const first = tokens[person.from]!.low;
  if (!HURT.has(effect) || PRONOUN.test(first)) return false;
  // A headline leaves the article out: "Father kills mother, shoots sister".
  const bare = part === 'title' && person.actor !== null && !DETERMINERS.has(first);
  const dead = tolls.filter((toll) => toll.effect === 'killed' && toll.people.length > 0);
  // "murdering four children and shooting their mother"
  const next =
    OWN.test(first) &&
    /^(?:and|,)$/.test(tokens[from - 1]?.low ?? '') &&
    dead.some((toll) => toll.to < from && from - toll.to <= 2);
  if (effect === 'hurt' && !NEW.test(first) && !bare && !next) return false;
  const isOf = (toll: Toll): boolean => toll.people.some((one) => meets(one, person));
  return (
    dead.some((toll) => !toll.suicide && (toll.to <= from || to <= toll.from)) && !dead.some(isOf)
  );
}

/** What is told of those only who live. */
const LIVES = new WordList(
  /^(?:non-?life-?threatening|nonlife-threatening|surviv(?:e|ed|es|or)|recover(?:s|ed|ing|y)?|released|stable|stabilized|good|fair|satisfactory|minor|grazed|conscious|ok|okay|alive)$/,
);
/** How far behind the harm that is told, in tokens. */
const REACH = 10;

/** Whether a sentence says that someone who was hurt lives: "was shot but is expected to survive". */
export function isToldToLive(
  { effect, from, to }: Toll,
  { sentence: { tokens } }: SentenceReading,
): boolean {
  if (!HURT.has(effect)) return false;
  for (let at = from; at < Math.min(tokens.length, to + REACH); at++) {
    const { low } = tokens[at]!;
    if (at > to && /^[.;]$/.test(low)) return false;
    if (LIVES.test(low)) return true;
  }
  return false;
}
