import { sayings } from '../attribution/lexicon.js';
import type { Clause } from '../syntax/clauses.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import type { FrameContext } from './frames.js';
import { WordList } from '../language/word-list.js';

/** Words behind which a clause says which one, when or why; of "that" it depends on what stands before it. */
export const OPENERS = new WordList(
  /^(?:who|whom|which|whose|where|when|while|after|before|since|because|as|although|though|if|unless|until|than)$/,
);

/**
 * Whether a word stands aside from what its sentence says: in a relative or adverbial clause, or as a noun that
 * is no verb's object or subject.
 */
export function isSubordinate(context: FrameContext, from: number, clause: Clause | null): boolean {
  const holder = clause ?? holderOf(context, from);
  return holder === null || openerOf(context, holder) !== null;
}

function holderOf({ syntax }: FrameContext, at: number): Clause | null {
  const phrase = phraseAround(syntax.phrases, at);
  if (!phrase) return null;
  return (
    syntax.clauses.find(
      ({ object, subject }) => object?.from === phrase.from || subject?.from === phrase.from,
    ) ?? null
  );
}

/** How far before its verb a clause begins at most, in tokens. */
const REACH = 10;

/** The word that opens a relative or adverbial clause; null for a main clause or what is said. */
export function openerOf(
  context: Pick<FrameContext, 'tokens' | 'syntax'>,
  clause: Clause,
): number | null {
  const { tokens, syntax } = context;
  const { verb } = firstJoined(context, clause);
  for (let i = verb.from - 1; i >= Math.max(0, verb.from - REACH); i--) {
    const { low } = tokens[i]!;
    // "said that he would" is what is said; "the plan that he announced" is which plan.
    if (low === 'that') return isRelative(context, i) ? i : null;
    if (OPENERS.test(low)) return i;
    // "where the Jan. 7 blast killed": an abbreviation's stop parts no clauses.
    if (/^(?:VERB|AUX|PUNCT)$/.test(syntax.pos[i]!) && low !== '.') return null;
  }
  return null;
}

function isRelative(
  { tokens, syntax }: Pick<FrameContext, 'tokens' | 'syntax'>,
  at: number,
): boolean {
  if (!/^(?:NOUN|PROPN|PUNCT)$/.test(syntax.pos[at - 1] ?? '')) return false;
  // "learned from the police that", "said in a statement that"
  for (let i = at - 2; i >= Math.max(0, at - SAID) && syntax.pos[i] !== 'PUNCT'; i--)
    if (syntax.pos[i] === 'VERB' && (sayings.at(tokens, i) || KNOWN.test(tokens[i]!.low)))
      return false;
  return true;
}

const KNOWN = /^(?:learn(?:ed|t)?|kn(?:ow|ew|own)|heard|discovered|found|informed|notified)$/;

/** How far before "that" a verb of saying stands, in tokens. */
const SAID = 7;

/** "who were beaten, robbed and left": the clause that begins with the opener; of others the clause itself. */
function firstJoined(
  { tokens, syntax }: Pick<FrameContext, 'tokens' | 'syntax'>,
  clause: Clause,
): Clause {
  let first = clause;
  for (let step = 0; step < JOINED && first.governor && !isOwn(first.verb); step++) {
    let at = first.verb.from - 1;
    while (syntax.pos[at] === 'ADV') at--;
    if (syntax.pos[at] !== 'CCONJ' && tokens[at]?.low !== ',') break;
    first = first.governor;
  }
  return first;
}

/** How many verbs are joined in a row at most. */
const JOINED = 4;

const isOwn = ({ finite, gerund, infinitive }: Clause['verb']): boolean =>
  finite || gerund || infinitive;
