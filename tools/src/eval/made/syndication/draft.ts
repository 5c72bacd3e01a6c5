/** An article that edits are made of: what a site would publish. */
export interface Draft {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly site: string;
  /** ms since the epoch */
  readonly publishedAt: number;
}

/** In [0, 1). */
export type Random = () => number;

export const pick = <T>(random: Random, all: readonly T[]): T =>
  all[Math.floor(random() * all.length)] as T;

/** A whole number from `least` to `most`. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

/** Fisher and Yates. */
export function shuffled<T>(random: Random, all: readonly T[]): T[] {
  const result = [...all];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = between(random, 0, at);
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}

/** Good enough for edited news: an end mark, a blank, and what begins a sentence. */
export const sentencesOf = (paragraph: string): string[] =>
  paragraph.split(/(?<=[.!?]["”']?) (?=["“'A-Z0-9])/);

export const wordCount = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraph.split(/\s+/).length, 0);
