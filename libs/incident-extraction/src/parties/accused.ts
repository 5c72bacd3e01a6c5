import { BE } from '../language/function-words.js';
import type { Person } from '../people/person.js';
import { objectBehind, subjectBefore } from '../reading/harm/whom.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Token } from '../text/tokens.js';
import { WordList } from '../language/word-list.js';
import { indexOfWords } from '../lexicon/phrase-index.js';

/** What authorities do to those whom they hold to have done it. */
const ACCUSED = new WordList(
  /^(?:charged|accused|arrested|indicted|convicted|suspected|booked|jailed|arraigned|wanted|sought)$/,
);
const ACCUSING = indexOfWords(ACCUSED.words);
/** What the deed stands behind. */
const FOR = new WordList(/^(?:with|of|in|for|over|after|following)$/);
/** What is filed against them. */
const CHARGES = new WordList(/^(?:charges?|warrants?|indictment)$/);
const CHARGING = indexOfWords(CHARGES.words);
/** How far behind the verb, in tokens: "charged Bob Roe, 30, of Springfield, with". */
const REACH = 9;

/**
 * Those whom a sentence tells to be charged with a deed, or held for it: "was charged with murder", "arrested a
 * man in the shooting", "Woman accused of killing boy".
 */
export function accusedIn({ sentence, people }: SentenceReading): Person[] {
  const { tokens } = sentence;
  return [...chargedIn(tokens, people), ...arrestedIn(tokens, people)].filter(
    (person) => people.includes(person) && !OFFICIAL.has(person.actor?.id ?? ''),
  );
}

/** "filed homicide charges against Bob Roe". */
function chargedIn(tokens: readonly Token[], people: readonly Person[]): Person[] {
  if (!CHARGING.mayFind(tokens)) return [];
  return tokens.flatMap(({ low }, at) => {
    if (low !== 'against') return [];
    const before = tokens.slice(Math.max(0, at - 4), at);
    return before.some((token) => CHARGES.test(token.low)) && !before.some(isNo)
      ? objectBehind(tokens, people, at + 1)
      : [];
  });
}

function arrestedIn(tokens: readonly Token[], people: readonly Person[]): Person[] {
  if (!ACCUSING.mayFind(tokens)) return [];
  return tokens.flatMap(({ low }, at) => {
    if (!ACCUSED.test(low) || isDenied(tokens, at)) return [];
    const behind = tokens.slice(at + 1, at + 1 + REACH);
    // "have arrested the gunman": that he did it is said with the word.
    if (!behind.some((token) => FOR.test(token.low)))
      return objectBehind(tokens, people, at + 1).filter(({ actor }) => actor?.id === 'attacker');
    const passive =
      FOR.test(tokens[at + 1]?.low ?? '') ||
      tokens.slice(Math.max(0, at - 3), at).some((token) => BE.has(token.low));
    return passive ? subjectBefore(tokens, people, at) : objectBehind(tokens, people, at + 1);
  });
}

/** "Deputies arrested on Monday the man who …": they did not do it. */
const OFFICIAL: ReadonlySet<string> = new Set(['police', 'judicial', 'government']);

const isDenied = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some(isNo);

const isNo = ({ low }: Token): boolean => /^(?:not|never|no|.*n't)$/.test(low);
