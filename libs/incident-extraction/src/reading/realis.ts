import type { Realis } from '@tocsin/contracts';
import { demanding, governingVerbs, realisBefore } from '../lexicon/realis.js';
import type { Trigger } from '../lexicon/triggers.js';
import type { Clause } from '../syntax/clauses.js';
import { WordList } from '../language/word-list.js';
import { phraseTo } from '../syntax/phrase-lookup.js';
import type { FrameContext, TokenSpan } from './frames.js';
import { realisOfNoun } from './noun-realis.js';

/** Whether the text says that the thing happened, from the grammar that governs its trigger. */
export function readRealis(
  context: FrameContext,
  at: TokenSpan,
  trigger: Trigger,
  clause: Clause | null,
): Realis {
  const told =
    clause && trigger.form !== 'noun' ? realisOfClause(context, clause) : realisOfNoun(context, at);
  if (told === 'threatened' && trigger.sense.plover !== 'ASSAULT') return 'planned';
  // "no one was killed" counts zero; harm is never denied by a mere word before it.
  return told === 'negated' && trigger.sense.group === 'harm' && !clause?.verb.negated
    ? 'actual'
    : told;
}

/** Modals and negation of the verb, the verb that governs it, and "if" at the clause's beginning. */
export function realisOfClause(context: FrameContext, clause: Clause): Realis {
  const { verb, governor } = clause;
  // "should stay inside and not leave".
  if (verb.negated || context.tokens[verb.from - 1]?.low === 'not') return 'negated';
  if (isJoinedInfinitive(context, clause)) return realisOfClause(context, clause.governor!);
  if (isConditional(context, clause)) return 'hypothetical';
  const { modal } = verb;
  if (modal) return ofModal(context, clause, modal);
  if (isKind(context, clause)) return 'generic';
  if (isDemanded(context, clause)) return 'planned';
  if (!(verb.infinitive || verb.gerund) || !governor) {
    return verb.infinitive ? 'hypothetical' : isDenied(context, clause) ? 'negated' : 'actual';
  }
  return ofGoverned(context, clause, governor);
}

/** "we will kill" threatens what "he will visit" plans; the caller knows that the act does harm. */
function ofModal({ tokens }: FrameContext, { subject }: Clause, modal: string): Realis {
  if (!/^(?:will|shall)$/.test(modal)) return 'hypothetical';
  const self = subject !== null && /^(?:we|i)$/.test(tokens[subject.from]!.low);
  return self ? 'threatened' : 'planned';
}

function ofGoverned(context: FrameContext, { verb }: Clause, governor: Clause): Realis {
  const { tokens } = context;
  const outer = realisOfClause(context, governor);
  const governing = governingVerbs.get(tokens[governor.verb.main]!.low);
  const near = verb.from - governor.verb.to;
  if (verb.gerund) {
    // "…, killing 12" tells what came of it; "denied killing" and "prevented … from killing" don't.
    const bound = near <= 1 || /^(?:from|of)$/.test(tokens[verb.from - 1]!.low);
    // "cannot stop marching": what is not stopped goes on, but nothing is told of it.
    if (governing === 'attempted' && outer !== 'actual') return 'hypothetical';
    return bound && governing ? firmer(governing, outer) : outer;
  }
  // "were reported to have been killed": a perfect tells what was, whatever governs it.
  const perfect = tokens.slice(verb.from, verb.to).some(({ low }) => low === 'have');
  const noun = realisBefore.get(tokens[verb.from - 1]?.low ?? '');
  const kind = perfect ? 'actual' : (noun ?? governing ?? 'hypothetical');
  return firmer(kind, outer);
}

/** What is attempted under a condition is conditional: the weaker of the two. */
const firmer = (inner: Realis, outer: Realis): Realis => (outer === 'actual' ? inner : outer);

/** "if the army attacks", "whether he was killed": the word stands before the subject. */
function isConditional({ tokens }: FrameContext, { subject, verb }: Clause): boolean {
  const at = (subject && subject.from < verb.from ? subject.from : verb.from) - 1;
  if (/^(?:once|until)$/.test(tokens[at]?.low ?? '') && !verb.finite) return true;
  if (isAskedOfAll(tokens, verb.from)) return true;
  return [at, at - 1].some((i) => /^(?:if|unless|whether)$/.test(tokens[i]?.low ?? ''));
}

/** "If you or someone you know has been assaulted": asked of every reader. */
function isAskedOfAll(tokens: FrameContext['tokens'], at: number): boolean {
  let from = at - 1;
  while (from >= 0 && ANYBODY.test(tokens[from]!.low)) from--;
  return tokens[from]?.low === 'if' && tokens[from + 1]?.low === 'you' && at - from > 2;
}

/** The words between "if" and the verb of such a question. */
const ANYBODY = new WordList(/^(?:you|or|know|love|who|that|someone|somebody|anyone|anybody)$/);

/** "a campaign to fight the rebels and regain land", "they should stay and not leave": the second has no word of its own. */
function isJoinedInfinitive({ tokens, syntax }: FrameContext, { verb, governor }: Clause): boolean {
  if (!governor || verb.infinitive || verb.gerund || verb.finite) return false;
  let at = verb.from - 1;
  while (syntax.pos[at] === 'ADV' || tokens[at]?.low === 'not') at--;
  const joined = syntax.pos[at] === 'CCONJ';
  if (governor.verb.infinitive) return joined && verb.from === verb.main;
  const { low } = tokens[verb.main]!;
  return governor.verb.modal !== null && joined && !/(?:ed|s)$/.test(low) && !PAST.test(low);
}

/** Past forms that no ending makes. */
const PAST =
  /^(?:shot|took|went|fled|left|held|struck|hit|hurt|fell|rose|broke|came|began|drove|flew|gave|got|made|met|ran|said|saw|sent|set|stood|threw|told|won|wrote|blew|cut|burnt|beat|shut|put|lost|led|fought|bought|brought|caught)$/;

/**
 * "girls and women who have been attacked can turn to the centre": of people whom no article, number or name
 * tells apart, a relative clause in the present or the perfect says of what kind they are.
 */
function isKind({ tokens, syntax }: FrameContext, { verb }: Clause): boolean {
  if (tokens.slice(verb.from, verb.to).some(({ low }) => low === 'being')) return false;
  let who = verb.from - 1;
  // "who feel threatened or have been attacked"
  if (syntax.pos[who] === 'CCONJ')
    while (who > verb.from - JOINED && tokens[who]?.low !== 'who') who--;
  if (tokens[who]?.low !== 'who' || !/^(?:have|are|get)$/.test(tokens[verb.from]!.low))
    return false;
  const phrase = phraseTo(syntax.phrases, who);
  // "thousands of workers who have been killed" are counted.
  if (
    !phrase ||
    tokens[phrase.from - 1]?.low === 'of' ||
    !tokens[phrase.head]!.low.match(/(?:s|men|people|children)$/)
  )
    return false;
  const opened = syntax.pos.slice(phrase.from, phrase.to);
  return !opened.some((pos) => pos === 'DET' || pos === 'NUM' || pos === 'PROPN');
}

/** How far before a joined verb "who" stands, in tokens. */
const JOINED = 6;

/** "no bomb exploded", "nobody attacked": denied by the subject. People are counted instead. */
function isDenied({ tokens, people }: FrameContext, { subject }: Clause): boolean {
  if (!subject) return false;
  const { low } = tokens[subject.from]!;
  if (/^(?:nothing|nobody|none|neither)$/.test(low)) return true;
  if (low === 'no' && tokens[subject.from + 1]?.low === 'one') return true;
  return low === 'no' && !people.some((p) => p.from < subject.to && p.to > subject.from);
}

/** "to demand that the army withdraw": the plain form tells what is wanted. */
function isDemanded({ tokens }: FrameContext, { subject, verb }: Clause): boolean {
  if (!subject || verb.finite || verb.infinitive || verb.gerund) return false;
  if (/(?:ed|s)$/.test(tokens[verb.main]!.low) || tokens[subject.from - 1]?.low !== 'that')
    return false;
  return demanding.has(tokens[subject.from - 2]?.low ?? '');
}
