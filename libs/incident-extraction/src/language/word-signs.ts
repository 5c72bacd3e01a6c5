import { WordSet } from './word-list.js';

/** Words that are looked for together, each under the signs that it gives; up to 31 signs, one bit each. */
export class WordSigns {
  private readonly bits = new Map<string, number>();
  private readonly words: WordSet;

  /** @param lists lower-case words of each sign, parted by blanks; signs get the bits 1, 2, 4 … in order */
  constructor(lists: readonly string[]) {
    lists.forEach((list, i) => {
      for (const word of list.split(' '))
        this.bits.set(word, (this.bits.get(word) ?? 0) | (1 << i));
    });
    this.words = new WordSet(this.bits.keys());
  }

  /** The signs of a word; 0 if it gives none. */
  of(word: string): number {
    return this.words.has(word) ? this.bits.get(word)! : 0;
  }

  /** The signs of tokens `from` to `to` (exclusive) together; what is beyond either end gives none. */
  within(tokens: readonly { readonly low: string }[], from = 0, to = tokens.length): number {
    let signs = 0;
    for (let i = Math.max(0, from); i < Math.min(to, tokens.length); i++)
      signs |= this.of(tokens[i]!.low);
    return signs;
  }
}
