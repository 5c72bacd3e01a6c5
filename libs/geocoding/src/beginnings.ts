import { hashName } from './fold.js';

/** Bits in a set of so many beginnings: at most one in eight is taken. */
const BITS_EACH = 8;

/**
 * Which words a list of names begins with, as one bit a hash (a Bloom filter of one function): says no for
 * most words of a text at the cost of one look at memory, now and then yes where no would be right, and
 * never no where yes is.
 */
export class Beginnings {
  private readonly bits: Uint32Array;
  private readonly mask: number;

  /** @param expected how many hashes will be added */
  constructor(expected: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(32, expected * BITS_EACH)));
    this.bits = new Uint32Array(size / 32);
    this.mask = size - 1;
  }

  /** Adds folded words by their `hashName`. */
  add(hash: number): void {
    const bit = hash & this.mask;
    this.bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  /** Whether a name may begin with these folded words, or be them. */
  mayHold(folded: string): boolean {
    const bit = hashName(folded) & this.mask;
    return ((this.bits[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
  }
}
