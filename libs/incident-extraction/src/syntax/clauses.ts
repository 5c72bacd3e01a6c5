import type { Token } from '../text/tokens.js';
import { isTemporal, type NounPhrase } from './noun-phrases.js';
import { phraseFrom } from './phrase-lookup.js';
import { SubjectFinder } from './subjects.js';
import type { Pos } from './tagger.js';
import type { VerbGroup } from './verb-groups.js';
import { WordList } from '../language/word-list.js';

/** A verb group with its arguments. Phrases are given as they stand in the sentence. */
export interface Clause {
  readonly verb: VerbGroup;
  /** Passive by its auxiliary or by that of the verb that it is joined to ("was shot and killed"). */
  readonly passive: boolean;
  readonly subject: NounPhrase | null;
  /** The phrase right behind the verb. */
  readonly object: NounPhrase | null;
  /** The phrase after "by" in the same clause. */
  readonly by: NounPhrase | null;
  readonly complements: readonly Complement[];
  /** The clause whose verb governs this infinitive or "-ing" form, or that this one is joined to. */
  readonly governor: Clause | null;
}

/** "in Almaty", "with a knife". */
export interface Complement {
  readonly preposition: string;
  readonly phrase: NounPhrase;
}

const MAX_COMPLEMENTS = 6;
/** What stands before a number and is no preposition. */
const BOUND = /^(?:at least|at most|more than|as many|no fewer|fewer than|less than|up to)$/;
/** What stands right before a number and bounds it: "wounded over 5,000", "killed around 20". */
const ROUND = new WordList(
  /^(?:over|about|around|some|nearly|almost|approximately|roughly|under)$/,
);

/** The clauses of a sentence, one for each verb group. */
export function readClauses(
  tokens: readonly Token[],
  pos: readonly Pos[],
  phrases: readonly NounPhrase[],
  groups: readonly VerbGroup[],
): Clause[] {
  const finder = new SubjectFinder(tokens, pos, phrases, groups);
  const clauses: Clause[] = [];
  for (const [i, verb] of groups.entries()) {
    const { subject, governor } = finder.find(i);
    const before = governor === null ? null : (clauses[governor] ?? null);
    const object = objectOf(tokens, pos, phrases, verb);
    const complements = complementsOf(tokens, pos, phrases, verb, groups[i + 1]);
    const by = complements.find(({ preposition }) => preposition === 'by')?.phrase ?? null;
    const joined = isJoined(tokens, pos, verb) && before?.passive === true;
    const inherits = joined && !verb.finite && !verb.gerund && !verb.infinitive && !object;
    clauses.push({
      verb,
      passive: verb.passive || inherits,
      subject,
      object,
      by,
      complements,
      governor: before,
    });
  }
  return clauses;
}

function isJoined(tokens: readonly Token[], pos: readonly Pos[], verb: VerbGroup): boolean {
  let at = verb.from - 1;
  while (at >= 0 && pos[at] === 'ADV') at--;
  return at >= 0 && (pos[at] === 'CCONJ' || tokens[at]!.low === ',');
}

/** The first phrase behind the verb, with nothing but adverbs and a particle between. */
function objectOf(
  tokens: readonly Token[],
  pos: readonly Pos[],
  phrases: readonly NounPhrase[],
  { to, copula }: VerbGroup,
): NounPhrase | null {
  if (copula) return null;
  let at = to;
  while (at < tokens.length && at - to < 3) {
    const phrase = phraseFrom(phrases, at);
    if (phrase) return isTemporal(tokens, phrase) ? null : phrase;
    const bound = BOUND.test(`${tokens[at]!.low} ${tokens[at + 1]?.low ?? ''}`);
    const round = ROUND.test(tokens[at]!.low) && pos[at + 1] === 'NUM';
    if (pos[at] !== 'ADV' && !bound && !round) return null;
    at += bound ? 2 : 1;
  }
  return phraseFrom(phrases, at);
}

/** Prepositional phrases behind the verb, up to the next verb or the clause's end. */
function complementsOf(
  tokens: readonly Token[],
  pos: readonly Pos[],
  phrases: readonly NounPhrase[],
  verb: VerbGroup,
  next: VerbGroup | undefined,
): Complement[] {
  const found: Complement[] = [];
  const end = Math.min(next?.from ?? tokens.length, tokens.length);
  for (let i = verb.to; i < end && found.length < MAX_COMPLEMENTS; i++) {
    if (tokens[i]!.low === ';' || pos[i] === 'SCONJ') break;
    if (pos[i] !== 'ADP') continue;
    const phrase = phraseFrom(phrases, i + 1);
    if (phrase) found.push({ preposition: tokens[i]!.low, phrase });
  }
  return found;
}
