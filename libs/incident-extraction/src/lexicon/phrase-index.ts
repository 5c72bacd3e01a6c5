import { type Token, UNKNOWN } from '../text/tokens.js';

/** A phrase found in a sentence: token positions, `to` exclusive. */
export interface PhraseMatch<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

interface Node<T> {
  value?: T;
  next: Map<string, Node<T>>;
}

/**
 * Which indexes have phrases that begin with a word, one bit each: a sentence is looked up in many, and
 * most of its words begin nothing in any.
 */
const openings = new Map<string, number>();
let indexes = 0;
/** How many phrases there are: what was noted on spellings before the last one holds no longer. */
let phrases = 0;

/** The bits of the indexes that a token may begin a phrase of. */
function opens(token: Token): number {
  if (token.opens === UNKNOWN) token.opens = opensOf(token);
  return token.opens;
}

function opensOf({ low, spelling }: Token): number {
  if (!spelling) return openings.get(low) ?? 0;
  if (spelling.asOf !== phrases) {
    spelling.opens = openings.get(low) ?? 0;
    spelling.asOf = phrases;
  }
  return spelling.opens;
}

/** Notes on a sentence's tokens which lexicons' phrases may begin there or behind: most have none in most. */
export function markAhead(tokens: readonly Token[]): void {
  let ahead = 0;
  for (let i = tokens.length - 1; i >= 0; i--) {
    ahead |= opens(tokens[i]!);
    tokens[i]!.ahead = ahead;
  }
}

/**
 * A trie over lower-case tokens: one pass finds every phrase of a lexicon, leftmost and longest.
 * Cost grows with the text, not with the lexicon.
 */
export class PhraseIndex<T> {
  private readonly root: Node<T> = { next: new Map() };
  private readonly words = new Set<string>();
  /** 0 for an index of one text; past the 31st, indexes share the last bit and look closer than they need. */
  private readonly bit: number;

  /** `lasting` is false for an index of one text: its words are remembered no longer than it. */
  constructor(lasting = true) {
    this.bit = lasting ? 1 << Math.min(indexes++, 30) : 0;
  }

  /** Phrases are written as tokens parted by blanks; the first one added for a phrase wins. */
  add(phrase: string, value: T): void {
    let node = this.root;
    const sequence = phrase.toLowerCase().split(' ');
    if (this.bit !== 0) {
      openings.set(sequence[0]!, (openings.get(sequence[0]!) ?? 0) | this.bit);
      phrases++;
    }
    for (const word of sequence) {
      this.words.add(word);
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map() }));
      node = next;
    }
    node.value ??= value;
  }

  /** Whether a word stands in any phrase. */
  hasWord(word: string): boolean {
    return this.words.has(word);
  }

  /** Every phrase with its value. */
  *entries(): Generator<[phrase: string, value: T]> {
    const open: [string, Node<T>][] = [['', this.root]];
    for (let each; (each = open.pop());) {
      const [phrase, { value, next }] = each;
      if (value !== undefined) yield [phrase, value];
      for (const [word, node] of next) open.push([phrase ? `${phrase} ${word}` : word, node]);
    }
  }

  /** The longest phrase that begins at a token. */
  at(tokens: readonly Token[], from: number): PhraseMatch<T> | null {
    const first = tokens[from];
    if (!first || (this.bit !== 0 && (opens(first) & this.bit) === 0)) return null;
    let node: Node<T> | undefined = this.root;
    let found: PhraseMatch<T> | null = null;
    // Most phrases are one word: where nothing goes on, nothing is looked up.
    for (let to = from; node && node.next.size > 0 && to < tokens.length;) {
      node = node.next.get(tokens[to]!.low);
      to++;
      if (node?.value !== undefined) found = { from, to, value: node.value };
    }
    return found;
  }

  /** Whether a sentence may hold a phrase; one look at it where `markAhead` was at work. */
  mayFind(tokens: readonly Token[]): boolean {
    return tokens.length > 0 && this.mayFindFrom(tokens, 0);
  }

  /** All phrases of a sentence, not overlapping. */
  findAll(tokens: readonly Token[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    if (!this.mayFind(tokens)) return found;
    for (let i = 0; i < tokens.length;) {
      const match = this.at(tokens, i);
      if (match) found.push(match);
      i = match ? match.to : i + 1;
      if (i < tokens.length && !this.mayFindFrom(tokens, i)) break;
    }
    return found;
  }

  /** Whether a phrase may begin at a token or behind it. */
  private mayFindFrom(tokens: readonly Token[], at: number): boolean {
    return this.bit === 0 || (tokens[at]!.ahead & this.bit) !== 0;
  }
}

/** Of single words: `mayFind` tells at one look that a sentence has none of them. */
export function indexOfWords(words: Iterable<string>): PhraseIndex<true> {
  const index = new PhraseIndex<true>();
  for (const word of words) index.add(word, true);
  return index;
}

/** What is found in a sentence from left to right, each behind the one before it. */
export function findEach<T>(
  tokens: readonly Token[],
  find: (at: number) => PhraseMatch<T> | null,
): PhraseMatch<T>[] {
  const found: PhraseMatch<T>[] = [];
  for (let i = 0; i < tokens.length;) {
    const match = find(i);
    if (match) found.push(match);
    i = match ? match.to : i + 1;
  }
  return found;
}
