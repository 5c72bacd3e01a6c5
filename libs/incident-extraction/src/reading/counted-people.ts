import { findNumbers, type NumberExpression } from '../numbers/counts.js';
import type { Person } from '../people/person.js';
import { findPeople } from '../people/phrases.js';
import type { Token } from '../text/tokens.js';

/** The numbers of a sentence, and whom it speaks of. */
export interface CountedPeople {
  readonly numbers: readonly NumberExpression[];
  readonly people: readonly Person[];
}

/**
 * Reads both when they are first asked for: half of an incident's article tells of nothing that happens and of no
 * harm, and of those sentences no one asks.
 */
export class LateCount implements CountedPeople {
  #numbers: readonly NumberExpression[] | undefined;
  #people: readonly Person[] | undefined;

  /** @param known last names that mean the article's people */
  constructor(
    private readonly tokens: readonly Token[],
    private readonly upperCase: boolean,
    private readonly known: ReadonlySet<string>,
  ) {}

  get numbers(): readonly NumberExpression[] {
    return (this.#numbers ??= findNumbers(this.tokens));
  }

  get people(): readonly Person[] {
    return (this.#people ??= findPeople(this.tokens, this.numbers, this.upperCase, this.known));
  }
}
