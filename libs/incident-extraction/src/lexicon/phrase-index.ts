import type { Token } from '../text/tokens.js';

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
 * A trie over lower-case tokens: one pass finds every phrase of a lexicon, leftmost and longest.
 * Cost grows with the text, not with the lexicon.
 */
export class PhraseIndex<T> {
  private readonly root: Node<T> = { next: new Map() };
  private readonly words = new Set<string>();

  /** Phrases are written as tokens parted by blanks; the first one added for a phrase wins. */
  add(phrase: string, value: T): void {
    let node = this.root;
    for (const word of phrase.toLowerCase().split(' ')) {
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
    let node: Node<T> | undefined = this.root;
    let found: PhraseMatch<T> | null = null;
    for (let to = from; node && to < tokens.length;) {
      node = node.next.get(tokens[to]!.low);
      to++;
      if (node?.value !== undefined) found = { from, to, value: node.value };
    }
    return found;
  }

  /** All phrases of a sentence, not overlapping. */
  findAll(tokens: readonly Token[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let i = 0; i < tokens.length;) {
      const match = this.at(tokens, i);
      if (match) found.push(match);
      i = match ? match.to : i + 1;
    }
    return found;
  }
}
