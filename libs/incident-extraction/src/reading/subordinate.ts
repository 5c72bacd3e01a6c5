import type { Clause } from '../syntax/clauses.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import type { FrameContext } from './frames.js';

/** Words behind which a clause says which one, when or why; of "that" it depends on what stands before it. */
export const OPENERS =
  /^(?:who|whom|which|whose|where|when|while|after|before|since|because|as|although|though|if|unless|until|than)$/;

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
  { tokens, syntax }: Pick<FrameContext, 'tokens' | 'syntax'>,
  { verb }: Clause,
): number | null {
  for (let i = verb.from - 1; i >= Math.max(0, verb.from - REACH); i--) {
    const { low } = tokens[i]!;
    // "said that he would" is what is said; "the plan that he announced" is which plan.
    if (low === 'that') return /^(?:NOUN|PROPN|PUNCT)$/.test(syntax.pos[i - 1] ?? '') ? i : null;
    if (OPENERS.test(low)) return i;
    if (/^(?:VERB|AUX|PUNCT)$/.test(syntax.pos[i]!)) return null;
  }
  return null;
}
