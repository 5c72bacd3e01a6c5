import type { Trigger } from '../lexicon/triggers.js';
import { weaponVerbs } from '../lexicon/wants.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import type { Token } from '../text/tokens.js';
import type { FrameContext } from './frames.js';

/** Nouns that say that the noun before them happened: "a shooting incident", "the robbery attempt". */
const EVENTIVE = /^(?:incident|attack|attempt|case|accident|spree|operation|event|wave|series)s?$/;

/**
 * Whether a noun only names what is spoken of, rather than tells that it happened: weapons and people ("a missile",
 * "a protester"), and what stands before another noun ("a riot officer", "the murder suspect").
 */
export function isNaming({ tokens, syntax }: FrameContext, to: number, trigger: Trigger): boolean {
  if (trigger.form !== 'noun') return false;
  if (trigger.named) return !isUsed({ tokens, syntax }, to, trigger);
  const phrase = phraseAround(syntax.phrases, to - 1);
  return phrase !== null && phrase.head >= to && !EVENTIVE.test(tokens[phrase.head]!.low);
}

/** "A bomb destroyed the house", "a grenade was thrown": the weapon's clause tells what it did. */
function isUsed(
  { tokens, syntax }: Pick<FrameContext, 'tokens' | 'syntax'>,
  to: number,
  { sense }: Trigger,
): boolean {
  if (sense.plover !== 'ASSAULT') return false;
  return syntax.clauses.some(
    ({ verb, subject, object }) =>
      weaponVerbs.has(tokens[verb.main]!.low) && (subject?.to === to || object?.to === to),
  );
}

/** Names of storms are news of the storm; other names that hold such a word are those of streets, clubs and offices. */
export function isPartOfName(
  { tokens, syntax, titled }: FrameContext,
  from: number,
  to: number,
  { form, sense }: Trigger,
): boolean {
  if (titled || from === 0 || sense.id === 'storm') return false;
  if (form !== 'noun' && form !== 'base' && form !== 'third') return false;
  const own = tokens.slice(from, to);
  if (!own.every(isCapital) || syntax.pos[to - 1] !== 'PROPN') return false;
  return isCapital(tokens[to]) || (isCapital(tokens[from - 1]) && from > 1);
}

const isCapital = (token: Token | undefined): boolean => token?.kind === 'word' && token.capital;
