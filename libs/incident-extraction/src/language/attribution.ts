import type { Attribution, Hedge, SourceClass } from '@tocsin/contracts';
import { readData } from '../lexicon/data.js';
import { verbForms } from '../lexicon/inflect.js';
import { PhraseIndex } from '../lexicon/phrase-index.js';
import { type Token, tokenize } from '../text/tokens.js';

/** Who says what a sentence tells, and the tokens that say so (`to` exclusive). */
export interface SentenceAttribution {
  /** Outermost first; empty when the article itself asserts. */
  readonly chain: Attribution[];
  readonly hedge: Hedge;
  /** Token ranges of the saying: a date or number in them is not the event's. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

interface AttributionFile {
  verbs: Record<'reported' | 'alleged' | 'denied', string[]>;
  hedges: Record<'alleged' | 'reported' | 'unknown', string[]>;
  classes: Record<string, string[]>;
}

type Manner = 'reported' | 'alleged' | 'denied';

const file = readData<AttributionFile>('attribution.json');
const sayings = new PhraseIndex<Manner>();
for (const [manner, lemmas] of Object.entries(file.verbs)) {
  for (const lemma of lemmas) {
    const [verb, ...rest] = lemma.split(' ');
    const forms = lemma === 'according to' ? [verb!] : Object.values(verbForms(verb!));
    for (const form of forms) sayings.add([form, ...rest].join(' '), manner as Manner);
  }
}
const hedges = new PhraseIndex<Hedge>();
for (const [hedge, phrases] of Object.entries(file.hedges)) {
  for (const phrase of phrases) hedges.add(phrase, hedge as Hedge);
}
const classes = new PhraseIndex<SourceClass>();
for (const [name, words] of Object.entries(file.classes)) {
  for (const word of words) classes.add(word, name as SourceClass);
}

/** Clause ends: a source does not reach across them. */
const EDGE = new Set([
  ',',
  ';',
  ':',
  '.',
  '"',
  '“',
  '”',
  'that',
  '(',
  ')',
  '--',
  '—',
  'but',
  'who',
  'which',
  'and',
  'with',
  'of',
]);
const MEDIA_HANDLING = new Set([
  'contacted',
  'quoted',
  'cited',
  'told',
  'informing',
  'interviewed',
]);
const CARRIED = new Set(['carried', 'broadcast', 'aired', 'published', 'reported']);

/** Reads who says so in one sentence. */
export function readAttribution(tokens: readonly Token[]): SentenceAttribution {
  const chain: Attribution[] = [];
  const spans: { from: number; to: number }[] = [];
  let hedge: Hedge = 'asserted';
  for (const { from, to, value } of sayings.findAll(tokens)) {
    // "according to local media reports": the noun is part of a source already read.
    // "the claimed incidents": an adjective.
    if (/^(?:the|a|an|these|their)$/.test(tokens[from - 1]?.low ?? '')) continue;
    if (spans.some((span) => from >= span.from && from < span.to)) continue;
    const source =
      tokens[from]!.low === 'according'
        ? after(tokens, to)
        : (before(tokens, from) ?? quotedAfter(tokens, to));
    if (!source) continue;
    chain.push(...nested(source.link));
    spans.push({ from: Math.min(source.from, from), to: Math.max(source.to, to) });
    hedge = weaker(hedge, value);
  }
  const carrier = carriedBy(tokens);
  if (carrier) chain.push(carrier);
  const medium = handlingMedium(tokens, chain);
  if (medium) chain.unshift(medium);
  for (const match of hedges.findAll(tokens)) hedge = weaker(hedge, match.value);
  return {
    chain: distinct(chain),
    hedge: chain.length > 0 ? weaker(hedge, 'reported') : hedge,
    spans,
  };
}

const STRENGTH: readonly Hedge[] = ['asserted', 'reported', 'alleged', 'unknown', 'denied'];
const weaker = (a: Hedge, b: Hedge): Hedge => (STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b);

interface Source {
  readonly from: number;
  readonly to: number;
  readonly link: Attribution;
}

/** "according to X": up to the clause's end. */
function after(tokens: readonly Token[], at: number): Source | null {
  let to = at;
  while (to < tokens.length && to - at < 10 && !(EDGE.has(tokens[to]!.low) && to > at)) to++;
  return source(tokens, at, to);
}

/** "X said": back to the clause's beginning. */
function before(tokens: readonly Token[], at: number): Source | null {
  let end = at;
  // "X has reported", "X, who reported": auxiliaries and adverbs stand between.
  while (
    end > 0 &&
    /^(?:has|have|had|also|later|is|was|are|were|reportedly)$/.test(tokens[end - 1]!.low)
  )
    end--;
  let from = end;
  while (from > 0 && end - from < 9 && !EDGE.has(tokens[from - 1]!.low)) from--;
  return from < end ? source(tokens, from, end) : null;
}

/** "…," said X. */
function quotedAfter(tokens: readonly Token[], at: number): Source | null {
  return after(tokens, at);
}

function source(tokens: readonly Token[], from: number, to: number): Source | null {
  const words = tokens.slice(from, to);
  if (!words.some((token) => token.kind === 'word')) return null;
  const found = classes.findAll(words);
  const named = words.length <= 6 && words.every((token) => token.capital || token.kind !== 'word');
  if (found.length === 0 && !named) return null;
  return { from, to, link: { name: nameOf(words), class: found.at(-1)?.value ?? 'none' } };
}

/** "sources quoted by the channel": the channel is the outer link, the sources the inner. */
function nested(link: Attribution): Attribution[] {
  const [inner, outer] = (link.name ?? '').split(/ (?:quoted|cited) by /);
  if (!inner || !outer) return [link];
  return [outer, inner].map((name) => ({
    name,
    class: classes.findAll(tokenize(name)).at(-1)?.value ?? 'none',
  }));
}

/** The source as written, joined by single blanks and without a trailing day ("reports on Thursday"). */
function nameOf(words: readonly Token[]): string {
  const stop = words.findIndex((token, i) => i > 0 && token.low === 'on');
  return words
    .slice(0, stop > 0 ? stop : undefined)
    .map((token) => token.text)
    .join(' ');
}

/** "news of the incident was carried by X". */
function carriedBy(tokens: readonly Token[]): Attribution | null {
  const at = tokens.findIndex((t, i) => CARRIED.has(t.low) && tokens[i + 1]?.low === 'by');
  if (at < 0) return null;
  const found = after(tokens, at + 2);
  return found && found.link.class === 'media' ? found.link : null;
}

/** "The agency contacted the authorities, with officials informing its journalists": agency ← officials. */
function handlingMedium(
  tokens: readonly Token[],
  chain: readonly Attribution[],
): Attribution | null {
  if (chain.length === 0 || chain.some((link) => link.class === 'media')) return null;
  const at = tokens.findIndex((token) => MEDIA_HANDLING.has(token.low));
  if (at <= 0) return null;
  const subject = before(tokens, at);
  return subject?.link.class === 'media' ? subject.link : null;
}

function distinct(chain: readonly Attribution[]): Attribution[] {
  const seen = new Set<string>();
  return chain.filter((link) => {
    const key = (link.name ?? '').toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
