/** Longer ones are no words that come again. */
const LONGEST = 24;
/** Farthest that a word lies from its slot; one for which there is no room is made anew each time. */
const PROBES = 16;

/**
 * What is known of words by themselves, found at a word's place in a text without cutting it out: a text's words are
 * mostly those of the texts before it. Open addressing, at most half full; beyond `most` words all are forgotten.
 */
export class WordTable<T extends { readonly text: string }> {
  private readonly hashes: Uint32Array;
  private readonly known: (T | undefined)[];
  private readonly mask: number;
  private count = 0;

  /**
   * @param make what is known of a word, which is its `text`
   * @param most words that are remembered, a power of two
   */
  constructor(
    private readonly make: (word: string) => T,
    private readonly most: number,
  ) {
    const slots = 2 * most;
    this.hashes = new Uint32Array(slots);
    this.known = new Array<T | undefined>(slots).fill(undefined);
    this.mask = slots - 1;
  }

  /** How many words are remembered now. */
  get size(): number {
    return this.count;
  }

  /** What is known of `text[from, to)`. */
  at(text: string, from: number, to: number): T {
    if (to - from > LONGEST) return this.make(text.slice(from, to));
    // FNV-1a over UTF-16 code units (Fowler, Noll, Vo).
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash >>>= 0;
    let slot = (hash ^ (hash >>> 16)) & this.mask;
    for (let probe = 0; probe < PROBES; probe++) {
      const each = this.known[slot];
      if (each === undefined) return this.remember(slot, hash, text.slice(from, to));
      if (this.hashes[slot] === hash && isAt(each.text, text, from, to)) return each;
      slot = (slot + 1) & this.mask;
    }
    return this.make(text.slice(from, to));
  }

  private remember(slot: number, hash: number, text: string): T {
    if (this.count >= this.most) {
      this.known.fill(undefined);
      this.count = 0;
    }
    const each = this.make(ownCopy(text));
    this.hashes[slot] = hash;
    this.known[slot] = each;
    this.count++;
    return each;
  }
}

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  }
  return true;
}

const table = Object.create(null) as Record<string, true>;

/**
 * The engine's one copy of a string: what is cut from a text would keep all of the text in memory, and copies
 * are compared, and found in sets, by their address.
 */
export function ownCopy(text: string): string {
  table[text] = true;
  const [own = text] = Object.keys(table);
  delete table[text];
  return own;
}
