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
/** How far behind the verb, in tokens: "charged Bob Roe, 30, of Springfield, with". */
const REACH = 9;

/**
 * Those whom a sentence tells to be charged with a deed, or held for it: "was charged with murder", "arrested a
 * man in the shooting", "Woman accused of killing boy".
 */
export function accusedIn({ sentence, people }: SentenceReading): Person[] {
  const { tokens } = sentence;
  if (!ACCUSING.mayFind(tokens)) return [];
  return tokens.flatMap(({ low }, at) => {
    if (!ACCUSED.test(low) || isDenied(tokens, at)) return [];
    const behind = tokens.slice(at + 1, at + 1 + REACH);
    if (!behind.some((token) => FOR.test(token.low))) return [];
    const passive =
      FOR.test(tokens[at + 1]?.low ?? '') ||
      tokens.slice(Math.max(0, at - 3), at).some((token) => BE.has(token.low));
    const whom = passive ? subjectBefore(tokens, people, at) : objectBehind(tokens, people, at + 1);
    // "Deputies arrested on Monday the man who …": they did it.
    return whom.filter(
      (person) => people.includes(person) && !OFFICIAL.has(person.actor?.id ?? ''),
    );
  });
}

const OFFICIAL: ReadonlySet<string> = new Set(['police', 'judicial', 'government']);

const isDenied = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some(({ low }) => /^(?:not|never|no|.*n't)$/.test(low));
