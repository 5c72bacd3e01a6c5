import type { SentenceReading } from '../reading/sentence-reading.js';
import { nameInPhrase } from './names.js';

/** Everyone whom an article names in full, by each part of the name. */
export class NameBook {
  private readonly byPart = new Map<string, string[]>();
  private readonly acronyms = new Set<string>();

  private constructor(private readonly places: ReadonlySet<string>) {}

  /** Reads the names behind nouns for people and in the phrases of parsed sentences. */
  static read(readings: readonly SentenceReading[], places: ReadonlySet<string>): NameBook {
    const book = new NameBook(places);
    for (const { people, syntax, sentence } of readings) {
      addAcronyms(sentence.tokens, book.acronyms);
      for (const { name } of people) if (name) book.add(name);
      for (const phrase of syntax.phrases) {
        const name = nameInPhrase(sentence.tokens, syntax.pos, phrase);
        if (!name || name.from === phrase.from) continue;
        const words = sentence.tokens.slice(name.from, name.to).map(({ text }) => text);
        const text = words.join(' ');
        if (!places.has(text.toLowerCase())) book.add(text);
      }
    }
    return book;
  }

  private add(name: string): void {
    const parts = partsOf(name);
    if (parts.length < 2) return;
    for (const part of parts) {
      const known = this.byPart.get(part) ?? [];
      if (!known.includes(name)) this.byPart.set(part, [...known, name]);
    }
  }

  /** The fullest name that has every word of this one; the name itself where the article has no fuller. */
  fullest(name: string): string {
    const parts = partsOf(name);
    let best = name;
    for (const known of this.byPart.get(parts.at(-1) ?? '') ?? []) {
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
    const known = this.byPart.get(parts.at(-1) ?? '') ?? [];
    return known.some((full) => parts.every((part) => partsOf(full).includes(part)));
  }
}

const partsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((part) => part.length > 1);

/** Words in brackets, and those that brackets explain: "the Press Committee (COPREFA)", "DAS [Department of …]". */
function addAcronyms(tokens: SentenceReading['sentence']['tokens'], acronyms: Set<string>): void {
  for (let i = 0; i < tokens.length; i++) {
    const { low } = tokens[i]!;
    if (low !== '(' && low !== '[') continue;
    const before = tokens[i - 1];
    const inside = tokens[i + 1];
    if (before?.kind === 'word') acronyms.add(before.low);
    if (inside && /^[)\]]$/.test(tokens[i + 2]?.low ?? '')) acronyms.add(inside.low);
  }
}
