/**
 * The words that a pattern without repetition stands for: written as a pattern, found as in a set. A look into a
 * set takes a quarter of a regular expression's time, and an article's words are tested thousands of times.
 */
export class WordList {
  readonly words: ReadonlySet<string>;

  /**
   * @param pattern of letters, digits, hyphens and apostrophes, with `(?:…|…)`, `[…]` and `?`, from `^` to `$`
   * @throws Error on any other
   */
  constructor(pattern: RegExp) {
    const { source, flags } = pattern;
    if (flags !== '' || !source.startsWith('^') || !source.endsWith('$'))
      throw new Error(`No whole word: ${pattern}`);
    const reader = new PatternReader(source.slice(1, -1));
    this.words = new Set(reader.all());
  }

  test(word: string): boolean {
    return this.words.has(word);
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
