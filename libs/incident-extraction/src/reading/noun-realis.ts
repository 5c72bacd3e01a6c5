import type { Realis } from '@tocsin/contracts';
import { demanding, governingVerbs, pending, realisBefore } from '../lexicon/realis.js';
import { occurring } from '../lexicon/wants.js';
import type { Clause } from '../syntax/clauses.js';
import type { NounPhrase } from '../syntax/noun-phrases.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import type { Syntax } from '../syntax/syntax.js';
import type { VerbGroup } from '../syntax/verb-groups.js';
import type { Token } from '../text/tokens.js';
import type { FrameContext, TokenSpan } from './frames.js';
import { realisOfClause } from './realis.js';
import { WordList } from '../language/word-list.js';

/** Whether what a noun names happened: by the words before it, who demands it and what is said of it. */
export function realisOfNoun(context: FrameContext, { from: at, to }: TokenSpan): Realis {
  const word = wordBefore(context.tokens, at);
  if (word !== 'actual') return word;
  if (isAhead(context, at) || isDemanded(context, at)) return 'planned';
  const said = ofSubject(context, at, to);
  return said === 'actual' ? ofHolder(context, at) : said;
}

/** How far back a word governs a noun, in tokens. */
const REACH = 6;
const CLAUSE_END = new WordList(/^(?:[;:.,"”“]|but|when|after|who|which|and|said|that)$/);

const DEFINITE = new WordList(/^(?:the|this|that|these|those|his|her|its|their)$/);

/** "will cause landslides", "to launch an attack": what an act brings about is as real as the act. */
function ofHolder(context: FrameContext, at: number): Realis {
  const { tokens, syntax } = context;
  const phrase = phraseAround(syntax.phrases, at);
  // "could not prevent the attack": what is known to have been is no matter of the verb.
  if (!phrase || DEFINITE.test(tokens[phrase.from]!.low)) return 'actual';
  const holder = syntax.clauses.find(({ object }) => object?.from === phrase.from);
  if (!holder || holder.verb.copula) return 'actual';
  const { infinitive, modal } = holder.verb;
  if (!infinitive && !modal) return 'actual';
  return realisOfClause(context, holder);
}

/** What a word before a noun says of it, over few others. */
function wordBefore(tokens: readonly Token[], at: number): Realis {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const { low } = tokens[i]!;
    if (CLAUSE_END.test(low)) return 'actual';
    const found = realisBefore.get(low);
    const next = tokens[i + 1]?.low;
    if (found && !(found === 'negated' && (next === 'one' || next === 'only'))) return found;
    const verb = governingVerbs.get(low);
    if (verb && verb !== 'actual' && verb !== 'planned') return verb;
    if (verb === 'planned' && (tokens[i - 1]?.low === 'to' || i === at - 1)) return verb;
  }
  return 'actual';
}

/** "before next week's talks", "the coming election strike", "ahead of rallies next month". */
function isAhead({ tokens, syntax }: FrameContext, at: number): boolean {
  const phrase = phraseAround(syntax.phrases, at);
  if (!phrase) return false;
  if (tokens[phrase.from - 1]?.low === 'of' && tokens[phrase.from - 2]?.low === 'ahead')
    return true;
  const [behind, unit] = [tokens[phrase.to]?.low, tokens[phrase.to + 1]?.low ?? ''];
  if (behind === 'next' && UNIT.test(unit)) return true;
  const before = tokens.slice(phrase.from, at).map(({ low }) => low);
  return before.some(
    (low, i) => AHEAD.test(low) || (low === 'next' && UNIT.test(before[i + 1] ?? '')),
  );
}

const AHEAD = new WordList(/^(?:upcoming|forthcoming|coming|tomorrow|impending|looming)$/);
const UNIT = /^(?:week|month|year|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** "demanded the release of", "calls for a march": what is wanted has not happened. */
function isDemanded({ tokens, syntax }: FrameContext, at: number): boolean {
  const phrase = phraseAround(syntax.phrases, at);
  if (!phrase) return false;
  const before = tokens[phrase.from - 1]?.low ?? '';
  // "called it an attack" only names it.
  if (demanding.has(before) && !NEEDS_FOR.test(before))
    return syntax.pos[phrase.from - 1] === 'VERB';
  return before === 'for' && demanding.has(tokens[phrase.from - 2]?.low ?? '');
}

const NEEDS_FOR = /^(?:call|ask|press|push|appeal|plead|campaign|lobb|wish|pray)/;

/** "A vigil is planned", "the strike will begin on Monday", "the march was called off". */
function ofSubject({ tokens, syntax }: FrameContext, at: number, to: number): Realis {
  const phrase = phraseAround(syntax.phrases, at);
  const clause = phrase && syntax.clauses.find(({ subject }) => subject?.from === phrase.from);
  if (!clause || phrase.head >= to) return 'actual';
  const { verb, passive } = clause;
  const main = tokens[verb.main]!.low;
  const told =
    passive || verb.copula
      ? pending.get(verb.copula ? (tokens[verb.to]?.low ?? '') : main)
      : undefined;
  if (told) return told;
  if (MIGHT.test(verb.modal ?? '') && !isPerfect(tokens, verb) && isOpen(syntax, phrase))
    return 'hypothetical';
  const comes =
    verb.modal === 'will' && !verb.negated && (comesAbout(clause, main) || BEGINS.test(main));
  return comes ? 'planned' : 'actual';
}

/** "Air strikes could harm the talks": of happenings that no article, number or owner tells apart. */
const isOpen = ({ pos }: Syntax, { from, to }: NounPhrase): boolean =>
  !pos.slice(from, to).some((each) => each === 'DET' || each === 'NUM' || each === 'PRON');

const isPerfect = (tokens: readonly Token[], { from, to }: VerbGroup): boolean =>
  tokens.slice(from, to).some(({ low }) => low === 'have');

const MIGHT = /^(?:could|would|might)$/;

const comesAbout = ({ passive }: Clause, main: string): boolean => passive && occurring.has(main);
const BEGINS = /^(?:begin|start|happen|occur|take|follow|open)$/;
