import type { Attribution, Hedge } from '@tocsin/contracts';
import type { Token } from '../text/tokens.js';
import { hedges, type Manner, sayings, weaker } from './lexicon.js';
import { isAnaphor, nested, type Source, sourceAfter, sourceBefore, sourceIn } from './source.js';
import type { Syntax } from '../syntax/syntax.js';
import { WordList } from '../language/word-list.js';

/** Who says something and how firmly. */
export interface Attributed {
  /** Outermost first; empty when the article itself asserts. */
  readonly chain: readonly Attribution[];
  readonly hedge: Hedge;
}

/** A stretch of a sentence that one source tells; token positions, `to` exclusive. */
export interface AttributedPart extends Attributed {
  readonly from: number;
  readonly to: number;
}

/** Who says what a sentence tells: as a whole, and part by part where parts have sources of their own. */
export interface SentenceAttribution extends Attributed {
  /** Together the whole sentence. */
  readonly parts: readonly AttributedPart[];
  /** Token ranges of the saying: a date or number in them is not the event's. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** Reads who says so in one sentence; its grammar, where it was read, tells whose verb a saying is. */
export function readAttribution(
  tokens: readonly Token[],
  syntax: Syntax | null = null,
): SentenceAttribution {
  const said = readSayings(tokens, syntax);
  const spans = said.map(({ from, to }) => ({ from, to }));
  const parts = cut(tokens, said).map(({ from, to, said: own }) => ({
    from,
    to,
    ...attributed(tokens, from, to, own),
  }));
  const chain = distinct(parts.flatMap((part) => part.chain));
  return { chain, hedge: parts.map((part) => part.hedge).reduce(weaker), parts, spans };
}

/** Who says what stands at a token. */
export function attributionAt({ parts }: SentenceAttribution, at: number): Attributed {
  return parts.find(({ from, to }) => at >= from && at < to) ?? parts[0]!;
}

interface Saying {
  readonly from: number;
  readonly to: number;
  readonly source: Source;
  readonly manner: Manner;
}

const MAX_GAP = 5;

function readSayings(tokens: readonly Token[], syntax: Syntax | null): Saying[] {
  const found: Saying[] = [];
  for (const { from, to, value } of sayings.findAll(tokens)) {
    if (isNoun(tokens, from) || isPassive(tokens, from)) continue;
    // "local media reports": part of a source already read.
    if (found.some((known) => from >= known.from && from < known.to)) continue;
    const source = sourceOf(tokens, from, to, syntax);
    if (!source) continue;
    if (value !== 'denied' && isNegated(tokens, source, from)) continue;
    found.push({
      // A subject further off has other words between it and its verb, which may hold the event's day.
      from: from - source.to > MAX_GAP ? from : Math.min(source.from, from),
      to: Math.max(source.to, to),
      source,
      manner: value,
    });
  }
  return found;
}

/** Before the verb; behind it where a quotation or a comma stands before it; else the verb's subject. */
function sourceOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  syntax: Syntax | null,
): Source | null {
  if (tokens[from]!.low === 'according') return sourceAfter(tokens, to);
  const before = sourceBefore(tokens, from);
  if (before) return before;
  if (from === 0 || /^[,"”]$/.test(tokens[from - 1]!.low)) return sourceAfter(tokens, to);
  const subject = syntax?.clauses.find(({ verb }) => verb.main === from)?.subject;
  return subject ? sourceIn(tokens, subject.from, subject.to) : null;
}

/** "the claimed incidents", "for comment", "in response to reports of": no verbs. */
function isNoun(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.low ?? '';
  if (/^(?:the|a|an|these|their|for|of|no|without)$/.test(before)) return true;
  return (before === 'to' && tokens[at]!.low.endsWith('s')) || tokens[at + 1]?.low === 'of';
}

/** "353 are reported to have been hurt": the subject is not who reports. */
const isPassive = (tokens: readonly Token[], at: number): boolean =>
  /^(?:is|are|was|were|been|being)$/.test(tokens[at - 1]?.low ?? '') &&
  tokens[at]!.low.endsWith('ed');

/** "police did not say", "have not confirmed": nothing is said. */
function isNegated(tokens: readonly Token[], { to }: Source, verb: number): boolean {
  return tokens
    .slice(Math.min(to, verb), verb)
    .some(({ low }) => low === 'not' || low.endsWith("n't"));
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly said: readonly Saying[];
}

/** Joints at which another source may take over. */
const JOINT = new WordList(/^(?:but|while|whereas|although|though|and|yet)$/);

/**
 * Cuts a sentence where a second source takes over: "police said three died, but witnesses put it at ten".
 * A part without a source goes with the one before it; "…, police said" at the end speaks for all before.
 */
function cut(tokens: readonly Token[], said: readonly Saying[]): Part[] {
  const bounds = [0];
  for (const [i, saying] of said.entries()) {
    const joint = jointBefore(tokens, said[i - 1]?.to ?? 0, saying.from);
    if (joint !== null && !closes(tokens, saying)) bounds.push(joint);
  }
  return bounds.map((from, i) => {
    const to = bounds[i + 1] ?? tokens.length;
    return { from, to, said: said.filter((saying) => saying.from >= from && saying.from < to) };
  });
}

function jointBefore(tokens: readonly Token[], from: number, to: number): number | null {
  for (let i = to - 1; i > from && i >= to - 4; i--) {
    const { low } = tokens[i]!;
    if (low === ';' || (JOINT.test(low) && (tokens[i - 1]?.low === ',' || low !== 'and'))) return i;
  }
  return null;
}

const ENDING = /^(?:[.,;"”)]|on|in|at|late|early|yesterday|today|\p{L}+day)$/u;

/** Stands behind what it says: no clause of its own follows. */
const closes = (tokens: readonly Token[], { to }: Saying): boolean =>
  to >= tokens.length || ENDING.test(tokens[to]!.low);

function attributed(
  tokens: readonly Token[],
  from: number,
  to: number,
  said: readonly Saying[],
): Attributed {
  const words = tokens.slice(from, to);
  let hedge: Hedge = 'asserted';
  for (const match of hedges.findAll(words)) hedge = weaker(hedge, match.value);
  for (const { manner } of said) hedge = weaker(hedge, manner);
  const chain = said.flatMap(({ source }) => nested(source.link));
  const carrier = carriedBy(words);
  if (carrier) chain.push(carrier);
  const medium = handlingMedium(words, chain);
  if (medium) chain.unshift(medium);
  if (carrier && said.length === 0) hedge = weaker(hedge, 'reported');
  return { chain: distinct(chain), hedge };
}

const CARRIED = new WordList(/^(?:carried|broadcast|aired|published|reported)$/);
const HANDLING = new WordList(/^(?:contacted|quoted|cited|told|informing|interviewed)$/);

/** "news of the incident was carried by X". */
function carriedBy(tokens: readonly Token[]): Attribution | null {
  const at = tokens.findIndex((t, i) => CARRIED.test(t.low) && tokens[i + 1]?.low === 'by');
  if (at < 0) return null;
  const found = sourceAfter(tokens, at + 2);
  return found?.link.class === 'media' ? found.link : null;
}

/** "The agency contacted the authorities, with officials informing its journalists": agency ← officials. */
function handlingMedium(
  tokens: readonly Token[],
  chain: readonly Attribution[],
): Attribution | null {
  if (chain.length === 0 || chain.some((link) => link.class === 'media')) return null;
  const at = tokens.findIndex((token) => HANDLING.test(token.low));
  if (at <= 0) return null;
  const subject = sourceBefore(tokens, at);
  return subject?.link.class === 'media' ? subject.link : null;
}

function distinct(chain: readonly Attribution[]): Attribution[] {
  const seen = new Set<string>();
  return chain.filter((link) => {
    if (isAnaphor(link)) return true;
    const key = (link.name ?? '').toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
