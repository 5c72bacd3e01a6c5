/**
 * A fixed set of words. An article's words are looked up in such sets some twenty thousand times, and nearly all of them
 * stand in none: the first and last letter and the length tell most of those, without a look into a hash table, which
 * seldom lies in a processor's caches.
 */
export class WordSet {
  readonly words: ReadonlySet<string>;
  /** By the low five bits of a first letter, and of a last one: which lengths, modulo 32, its words have, one bit each. */
  private readonly firsts = new Int32Array(32);
  private readonly lasts = new Int32Array(32);
  private readonly hasEmpty: boolean;

  constructor(words: Iterable<string>) {
    this.words = new Set(words);
    this.hasEmpty = this.words.has('');
    for (const word of this.words) {
      if (word === '') continue;
      this.firsts[word.charCodeAt(0) & 31]! |= 1 << word.length;
      this.lasts[word.charCodeAt(word.length - 1) & 31]! |= 1 << word.length;
    }
  }

  has(word: string): boolean {
    const { length } = word;
    if (length === 0) return this.hasEmpty;
    const bit = 1 << length;
    if ((this.firsts[word.charCodeAt(0) & 31]! & bit) === 0) return false;
    if ((this.lasts[word.charCodeAt(length - 1) & 31]! & bit) === 0) return false;
    return this.words.has(word);
  }
}

/** The words that a pattern without repetition stands for: written as a pattern, found as in a set. */
export class WordList extends WordSet {
  /**
   * @param pattern of letters, digits, hyphens and apostrophes, with `(?:…|…)`, `[…]` and `?`, from `^` to `$`
   * @throws Error on any other
   */
  constructor(pattern: RegExp) {
    const { source, flags } = pattern;
    if (flags !== '' || !source.startsWith('^') || !source.endsWith('$'))
      throw new Error(`No whole word: ${pattern}`);
    super(new PatternReader(source.slice(1, -1)).all());
  }

  test(word: string): boolean {
    return this.has(word);
  }
}

/** A recursive descent over alternatives, sequences and what may be left out. */
class PatternReader {
  #at = 0;

  constructor(private readonly source: string) {}

  all(): string[] {
    const words = this.#alternatives();
    if (this.#at < this.source.length) this.#refuse();
    return words;
  }

  #alternatives(): string[] {
    const words = this.#sequence();
    while (this.source[this.#at] === '|') {
      this.#at++;
      words.push(...this.#sequence());
    }
    return words;
  }

  #sequence(): string[] {
    let words = [''];
    for (let each: string[] | null; (each = this.#piece());) {
      const ends = this.source[this.#at] === '?' ? ['', ...each] : each;
      if (ends !== each) this.#at++;
      words = words.flatMap((word) => ends.map((end) => word + end));
    }
    return words;
  }

  /** One character or one group; null where the sequence ends. */
  #piece(): string[] | null {
    const char = this.source[this.#at];
    if (char === undefined || char === '|' || char === ')') return null;
    if (this.source.startsWith('(?:', this.#at)) {
      this.#at += 3;
      const words = this.#alternatives();
      if (this.source[this.#at] !== ')') this.#refuse();
      this.#at++;
      return words;
    }
    if (char === '[') return this.#oneOf();
    if (!/[\p{L}\d'’-]/u.test(char)) this.#refuse();
    this.#at++;
    return [char];
  }

  /** One of the characters in brackets, each for itself. */
  #oneOf(): string[] {
    const end = this.source.indexOf(']', this.#at);
    const chars = this.source.slice(this.#at + 1, end);
    if (end < 0 || /[\^\\-]/.test(chars)) this.#refuse();
    this.#at = end + 1;
    return chars.split('');
  }

  #refuse(): never {
    throw new Error(`Not to be written out at ${this.#at}: ${this.source}`);
  }
}
