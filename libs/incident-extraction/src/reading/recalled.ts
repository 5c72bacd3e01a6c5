import type { Trigger } from '../lexicon/triggers.js';
import { links, reacting, reactingTo, remembrance, topics } from '../lexicon/recall.js';
import type { Clause } from '../syntax/clauses.js';
import type { NounPhrase } from '../syntax/noun-phrases.js';
import { phraseAround, phraseTo } from '../syntax/phrase-lookup.js';
import { openerOf } from './subordinate.js';
import type { FrameContext } from './frames.js';

/** How many "of" phrases a noun hangs on at most: "the first anniversary of the day of the bombing". */
const CHAIN = 3;

/** Why a sentence looks back: years have passed, or it speaks of what is known, which news may be too. */
export type Recall = 'past' | 'known';

/**
 * Whether the sentence looks back on a happening rather than tells it, null if not: it happened years or months before what the
 * sentence tells ("one year after he was killed"), or it is known to whoever reacts to it, remembers it, is accused of it or
 * looks into it ("condemned the killing", "arrested in connection with the killing").
 */
export function readRecall(
  context: FrameContext,
  from: number,
  { form, sense }: Trigger,
  clause: Clause | null,
): Recall | null {
  if (form !== 'noun' && clause)
    return sense.group === 'territory' && isWhich(context, clause)
      ? 'known'
      : ofClause(context, clause);
  const phrase = phraseAround(context.syntax.phrases, from);
  if (!phrase) return null;
  const chain = chainOf(context, phrase);
  const isHead = (words: (low: string) => boolean): boolean =>
    chain.slice(1).some(({ head }) => words(context.tokens[head]!.low));
  if (isLongAfter(context, chain.at(-1)!.from - 1) || isHead((low) => LONG.test(low)))
    return 'past';
  const known = chain.some((each) => isReactedTo(context, each) || isLinkedPhrase(context, each));
  return known || isHead((low) => remembrance.has(low)) ? 'known' : null;
}

function ofClause(context: FrameContext, clause: Clause): Recall | null {
  const { tokens } = context;
  const opener = openerOf(context, clause);
  if (isLongAfter(context, opener) || isWithinLongAfter(context, clause)) return 'past';
  if (opener !== null && tokens[opener]!.low === 'since') return 'known';
  // "accused of kidnapping and killing": the first one tells for both.
  const { verb, governor } = isJoined(context, clause) ? clause.governor! : clause;
  return governor && verb.gerund && isLinked(context, verb.from) ? 'known' : null;
}

/** "two years after hundreds of women reported being robbed": in the clause of a verb that governs it. */
function isWithinLongAfter(context: FrameContext, clause: Clause): boolean {
  const depends = ({ finite, from }: Clause['verb']): boolean =>
    !finite || context.tokens[from]!.low === 'being';
  for (let each = clause; each.governor && depends(each.verb); each = each.governor)
    if (isLongAfter(context, openerOf(context, each.governor))) return true;
  return false;
}

/** "to regain land seized by the rebels": which land, as an object of something else. */
const isWhich = ({ syntax }: FrameContext, { verb, subject, object }: Clause): boolean =>
  !verb.finite &&
  !verb.gerund &&
  object === null &&
  subject?.to === verb.from &&
  syntax.clauses.some((other) => other.object === subject);

const isJoined = ({ syntax }: FrameContext, { verb, governor }: Clause): boolean =>
  governor !== null && verb.gerund && syntax.pos[verb.from - 1] === 'CCONJ';

/** A phrase without "a": what is new to the reader has it. */
const isLinkedPhrase = (context: FrameContext, { from }: NounPhrase): boolean =>
  !/^(?:an?|another)$/.test(context.tokens[from]!.low) && isLinked(context, from);

/** Whether what begins at a token hangs on a word that ties someone to it: "suspects in", "charged with". */
function isLinked({ tokens }: FrameContext, at: number): boolean {
  const words = links.get(tokens[at - 1]?.low ?? '');
  return words !== undefined && words.has(tokens[at - 2]?.low ?? '');
}

/** "a book about torture", "the campaign against rape": the noun names what works, talks and campaigns are about. */
export function isTopicOf(context: FrameContext, from: number): boolean {
  const { tokens, syntax } = context;
  const phrase = phraseAround(syntax.phrases, from);
  if (!phrase) return false;
  const last = chainOf(context, phrase).at(-1)!;
  const at = last.from - 1;
  if (!/^(?:about|on|against|into|around)$/.test(tokens[at]?.low ?? '')) return false;
  // "'Disowned', a book by a friend about …": one more phrase may stand between.
  for (let end = at, step = 0; step < 2; step++) {
    const before = phraseTo(syntax.phrases, end);
    if (!before) return false;
    if (topics.has(tokens[before.head]!.low)) return true;
    if (!/^(?:by|from|of|in)$/.test(tokens[before.from - 1]?.low ?? '')) return false;
    end = before.from - 1;
  }
  return false;
}

/** A phrase with those that it hangs on by "of", innermost first. */
function chainOf({ tokens, syntax }: FrameContext, phrase: NounPhrase): NounPhrase[] {
  const chain = [phrase];
  while (chain.length < CHAIN) {
    const inner = chain.at(-1)!;
    const outer = tokens[inner.from - 1]?.low === 'of' && phraseTo(syntax.phrases, inner.from - 1);
    if (!outer) break;
    chain.push(outer);
  }
  return chain;
}

function isReactedTo({ tokens, syntax }: FrameContext, phrase: NounPhrase): boolean {
  return syntax.clauses.some(({ verb, object, subject, passive, complements }) => {
    const { low } = tokens[verb.main]!;
    if (reacting.has(low) && (object === phrase || (passive && subject === phrase))) return true;
    return reactingTo.has(low) && complements.some((c) => c.phrase === phrase);
  });
}

const LONG = /^(?:years?|months?|decades?|weeks?)$/;

/** "one year after", "decades since": what stands between the duration and the word at hand is nothing. */
function isLongAfter({ tokens }: FrameContext, at: number | null): boolean {
  if (at === null || at < 1) return false;
  return /^(?:after|since|following)$/.test(tokens[at]!.low) && LONG.test(tokens[at - 1]!.low);
}
