import type { Geoparser } from '@tocsin/geocoding';
import { typedDraft } from '../mentions/choose-type.js';
import { readStory } from '../mentions/story.js';
import { typeFeatures } from '../mentions/type-features.js';
import type { Outcome } from '../mentions/type-rules.js';
import { readDocument } from '../text/document.js';

/** One labelled text as the type model sees it. */
export interface TypeExample {
  readonly id: string;
  /** Texts of one group tell the same in other words; they stay on one side of every split. */
  readonly group: number;
  readonly label: Outcome;
  /** Of each draft: what the rules allow it to be, and its features. */
  readonly drafts: readonly { readonly allowed: readonly Outcome[]; readonly features: string[] }[];
}

/** Reads a text as the extractor does, and gives what the model would be asked. */
export function typeExample(
  text: string,
  known: { id: string; group: number; label: Outcome },
  geoparser: Geoparser,
): TypeExample {
  const document = readDocument({
    title: '',
    paragraphs: [text.replace(/\s+/g, ' ').trim()],
    captions: [],
    publishedAt: null,
  });
  const { happened, verbal } = readStory(document, () => geoparser.toponyms(document.text));
  const story = [...happened, ...verbal].map(typedDraft);
  const drafts = story.map((typed) => ({
    allowed: typed.allowed,
    features: typeFeatures(typed, story),
  }));
  return { ...known, drafts };
}

/**
 * Groups of texts that share more than a third of their lower-case word triples: near-duplicates whose
 * names or numbers differ. Returns the group of each text.
 */
export function groupNearDuplicates(texts: readonly string[]): number[] {
  const triples = texts.map(triplesOf);
  const groups = texts.map((_, i) => i);
  for (let i = 0; i < texts.length; i++) {
    for (let j = 0; j < i; j++) {
      if (groups[i] === groups[j] || overlap(triples[i]!, triples[j]!) <= 1 / 3) continue;
      const [from, to] = [groups[i]!, groups[j]!];
      for (let k = 0; k <= i; k++) if (groups[k] === from) groups[k] = to;
    }
  }
  return groups;
}

function triplesOf(text: string): Set<string> {
  const words = text.match(/\b[a-z]{2,}\b/g) ?? [];
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const triple of a) if (b.has(triple)) common++;
  return common / Math.max(1, Math.min(a.size, b.size));
}
