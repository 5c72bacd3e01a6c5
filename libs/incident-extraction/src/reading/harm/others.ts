import type { Token } from '../../text/tokens.js';
import type { Frame, TokenSpan } from '../frames.js';
import { WordList } from '../../language/word-list.js';

/**
 * Whether people stand with another word of harm than a frame's, in or right behind their phrase: of "four dead bodies
 * and 120 wounded" the 120 are not dead.
 */
export function isOfAnother(
  { from, to, trigger }: Frame,
  people: TokenSpan,
  frames: readonly Frame[],
): boolean {
  if (people.from <= to && people.to >= from) return false;
  return frames.some(
    (other) =>
      other.trigger.form !== 'noun' &&
      other.trigger.sense.effect !== undefined &&
      other.trigger.sense.effect !== trigger.sense.effect &&
      ((other.from >= people.from && other.to <= people.to) ||
        (other.from === people.to && people.from > from)),
  );
}

/** How far behind its word the other happening is told, in tokens. */
const REACH = 6;
const AVENGING = new WordList(
  /^(?:retaliation|revenge|reprisals?|response|retribution|vengeance)$/,
);
const YEAR = /^(?:1[89]|20)\d\d$/;

const MONTH =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?$/;
const UNIT = new WordList(/^(?:days?|weeks?|months?|years?)$/);
const COMES = new WordList(/^(?:comes?|came|coming|happened|occurred)$/);
/** How far before "after" it is told how long, and what came, in tokens. */
const LENGTH = 2;
const COMING = 20;

/** "The shooting comes a month after two girls were killed". */
const isReckoned = (tokens: readonly Token[], after: number): boolean =>
  tokens.slice(Math.max(0, after - LENGTH), after).some(({ low }) => UNIT.test(low)) &&
  comes(tokens, after);

const comes = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - COMING), at).some(({ low }) => COMES.test(low));

/**
 * Where a sentence turns to another happening: the one that its own avenges ("in retaliation for strikes that killed
 * 30"), the last of its kind ("the worst accident since 2004, when seven died"), or the one that it comes weeks
 * after; null where it does not.
 */
export function otherEvent(tokens: readonly Token[]): number | null {
  const at = tokens.findIndex(({ low }, i) => {
    const near = (words: RegExp): boolean =>
      tokens.slice(i + 1, i + REACH).some((token) => words.test(token.low));
    if (AVENGING.test(low)) return near(/^(?:for|to|against)$/);
    if (low === 'after' || low === 'before') return isReckoned(tokens, i);
    if (low === 'wake') return near(/^of$/) && comes(tokens, i);
    if (low !== 'since') return false;
    return (near(YEAR) && near(/^(?:when|in)$/)) || (near(MONTH) && near(/^when$/));
  });
  return at < 0 ? null : at;
}
