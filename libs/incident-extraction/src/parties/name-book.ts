import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Token } from '../text/tokens.js';
import { nameInPhrase } from './names.js';

/** Everyone whom an article names in full, by each part of the name. */
export class NameBook {
  private readonly byPart = new Map<string, readonly string[]>();
  private readonly acronyms = new Set<string>();

  private constructor(
    private readonly readings: readonly SentenceReading[],
    private readonly places: ReadonlySet<string>,
  ) {}

  /** Reads the names behind nouns for people and in the phrases of parsed sentences. */
  static read(readings: readonly SentenceReading[], places: ReadonlySet<string>): NameBook {
    const book = new NameBook(readings, places);
    for (const { sentence } of readings) addAcronyms(sentence.tokens, book.acronyms);
    return book;
  }

  /** The full names that have a part, in the article's order; only sentences with that word are read for them. */
  private having(part: string): readonly string[] {
    let names = this.byPart.get(part);
    if (names) return names;
    const isPart = ({ low }: Token): boolean =>
      low === part || (low.includes('.') && partsOf(low).includes(part));
    names = this.readings
      .filter(({ sentence }) => sentence.tokens.some(isPart))
      .flatMap((reading) => this.namesIn(reading))
      .filter((name) => isFullNameWith(name, part));
    this.byPart.set(part, (names = [...new Set(names)]));
    return names;
  }

  private namesIn({ people, syntax, sentence: { tokens } }: SentenceReading): string[] {
    const named = people.flatMap(({ name }) => name ?? []);
    for (const phrase of syntax.phrases) {
      const name = nameInPhrase(tokens, syntax.pos, phrase);
      if (!name || name.from === phrase.from) continue;
      const words = tokens.slice(name.from, name.to).map(({ text }) => text);
      const text = words.join(' ');
      if (!this.places.has(text.toLowerCase())) named.push(text);
    }
    return named;
  }

  /** The fullest name that has every word of this one; the name itself where the article has no fuller. */
  fullest(name: string): string {
    const parts = partsOf(name);
    let best = name;
    for (const known of this.having(parts.at(-1) ?? '')) {
      const inside = partsOf(known);
      if (inside.length > partsOf(best).length && parts.every((part) => inside.includes(part)))
        best = known;
    }
    return best;
  }

  /** A name that the article uses for a place or an organisation, and for no one with a title. */
  isOther(name: string): boolean {
    const low = name.toLowerCase();
    return (this.places.has(low) || this.acronyms.has(low)) && !this.knows(name);
  }

  /** Whether the article names someone so with a title or a noun for people. */
  knows(name: string): boolean {
    const parts = partsOf(name);
    const known = this.having(parts.at(-1) ?? '');
    return known.some((full) => parts.every((part) => partsOf(full).includes(part)));
  }
}

function isFullNameWith(name: string, part: string): boolean {
  const parts = partsOf(name);
  return parts.length > 1 && parts.includes(part);
}

const partsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((part) => part.length > 1);

/** Words in brackets, and those that brackets explain: "the Press Committee (COPREFA)", "DAS [Department of …]". */
function addAcronyms(tokens: readonly Token[], acronyms: Set<string>): void {
  for (let i = 0; i < tokens.length; i++) {
    const { low } = tokens[i]!;
    if (low !== '(' && low !== '[') continue;
    const before = tokens[i - 1];
    const inside = tokens[i + 1];
    if (before?.kind === 'word') acronyms.add(before.low);
    if (inside && /^[)\]]$/.test(tokens[i + 2]?.low ?? '')) acronyms.add(inside.low);
  }
}
