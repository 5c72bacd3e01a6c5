import { BLANK, kindAt, tokenEnd } from './gate-words.js';

/** Told of each phrase found: its mark and where it begins, in UTF-16 units; true ends the scan. */
export type OnPhrase = (mark: number, start: number) => boolean;

/** A class in six bits: letters, digits and a few marks are all that phrases are written with. */
const CLASS_BITS = 6;
/** Parts a phrase's words; where it stands, the text may have any blanks, or none beside a mark. */
const BETWEEN = 1;

/**
 * Finds a lexicon's phrases without making tokens: a trie over folded characters, walked from each
 * token's beginning, leftmost and longest. Tokens end where those of `tokenize` end, so that it finds
 * what `PhraseIndex` finds.
 *
 * Phrases begin where tokens begin, so the automaton of Aho and Corasick would never use its failure
 * links: most words leave the trie at their second or third letter. No walk is longer than the longest
 * phrase, so the cost grows with the text alone. Edges lie in one open-addressing table: 12 bytes an
 * edge at most, whatever the number of phrases.
 */
export class PhraseScan {
  /** Of each UTF-16 unit: its class where phrases hold it or its lower case, else 0. */
  private readonly classes = new Uint8Array(65_536);
  /** Edges: `node << 6 | class` → node. No key is 0, for no edge has class 0. */
  private readonly keys: Uint32Array;
  private readonly nodes: Uint32Array;
  /** Of each node: the mark of the phrase that ends there, or 0. */
  private readonly marks: Uint8Array;
  /** Of each three classes in a row, 0 behind a word's end: whether a phrase begins with them; one bit each. */
  private readonly beginnings = new Uint32Array(2 ** (3 * CLASS_BITS) / 32);
  private size = 1;

  /** @param phrases lower-case tokens parted by blanks, each with a mark in 1..255; the first one wins */
  constructor(phrases: Iterable<readonly [phrase: string, mark: number]>) {
    const listed = [...phrases];
    const edges = listed.reduce((sum, [phrase]) => sum + phrase.length, 1);
    const slots = 2 ** Math.ceil(Math.log2(edges * 1.5));
    this.keys = new Uint32Array(slots);
    this.nodes = new Uint32Array(slots);
    this.marks = new Uint8Array(edges + 1);
    this.classify(listed);
    for (const [phrase, mark] of listed) this.add(phrase, mark);
  }

  /** Tells each phrase that begins in `text[from, to)`; answers whether the listener ended the scan. */
  scan(text: string, from: number, to: number, onPhrase: OnPhrase): boolean {
    for (let at = from; at < to;) {
      if (kindAt(text, at) === BLANK) {
        at++;
        continue;
      }
      const first = tokenEnd(text, at);
      let end = first;
      let mark = 0;
      const begun = this.mayBegin(text, at, first) ? this.walk(0, text, at, first) : 0;
      for (let node = begun, to_ = first; node > 0;) {
        if (this.marks[node]! > 0) {
          mark = this.marks[node]!;
          end = to_;
        }
        node = this.next(node, BETWEEN);
        if (node === 0) break;
        let next = to_;
        while (kindAt(text, next) === BLANK) next++;
        if (next >= text.length) break;
        to_ = tokenEnd(text, next);
        node = this.walk(node, text, next, to_);
      }
      if (mark > 0 && onPhrase(mark, at)) return true;
      at = end;
    }
    return false;
  }

  /** A look at 32 KB, which stay at hand; the trie itself does not. */
  private mayBegin(text: string, at: number, end: number): boolean {
    const bit = this.beginning(text, at, end);
    return ((this.beginnings[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
  }

  /** The classes of a word's first three characters. */
  private beginning(text: string, at: number, end: number): number {
    const first = this.classes[text.charCodeAt(at)]!;
    const second = at + 1 < end ? this.classes[text.charCodeAt(at + 1)]! : 0;
    const third = at + 2 < end ? this.classes[text.charCodeAt(at + 2)]! : 0;
    return (((first << CLASS_BITS) | second) << CLASS_BITS) | third;
  }

  /** The node that a token leads to; 0 where no phrase goes on like this. */
  private walk(from: number, text: string, start: number, end: number): number {
    let node = from;
    for (let at = start; at < end; at++) {
      const class_ = this.classes[text.charCodeAt(at)]!;
      node = class_ === 0 ? 0 : this.next(node, class_);
      if (node === 0) return 0;
    }
    return node;
  }

  private next(node: number, class_: number): number {
    return this.nodes[this.slot((node << CLASS_BITS) | class_)]!;
  }

  /** Where an edge is, or would be: its node is 0 there. */
  private slot(key: number): number {
    const mask = this.keys.length - 1;
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4): keys of one node are neighbours and must part.
    let slot = (Math.imul(key, 0x9e37_79b1) >>> 12) & mask;
    while (this.keys[slot] !== key && this.keys[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  private classify(phrases: readonly (readonly [string, number])[]): void {
    const chars = [...new Set(phrases.flatMap(([phrase]) => [...phrase]))].filter((c) => c !== ' ');
    if (chars.length + BETWEEN >= 1 << CLASS_BITS) throw new RangeError('too many characters');
    const own = new Map(chars.map((char, i) => [char, BETWEEN + 1 + i]));
    for (let unit = 0; unit < this.classes.length; unit++) {
      const low = String.fromCharCode(unit).toLowerCase();
      this.classes[unit] = own.get(low === '’' ? "'" : low) ?? 0;
    }
  }

  private add(phrase: string, mark: number): void {
    const blank = phrase.indexOf(' ');
    const bit = this.beginning(phrase, 0, blank < 0 ? phrase.length : blank);
    this.beginnings[bit >>> 5]! |= 1 << (bit & 31);
    let node = 0;
    for (let at = 0; at < phrase.length; at++) {
      const class_ = phrase[at] === ' ' ? BETWEEN : this.classes[phrase.charCodeAt(at)]!;
      const key = (node << CLASS_BITS) | class_;
      const slot = this.slot(key);
      if (this.nodes[slot] === 0) {
        this.keys[slot] = key;
        this.nodes[slot] = this.size++;
      }
      node = this.nodes[slot]!;
    }
    if (this.marks[node] === 0) this.marks[node] = mark;
  }
}
