import type { Article, Keyword, Mention } from '@tocsin/contracts';
import { isName, rarity } from './rarity.js';
import { terms } from './terms.js';

/** News tells its story in the headline and the first paragraphs; what follows is background. */
const BODY_TERMS = 300;
const NAMES_WITHIN_CHARACTERS = 4_000;
const TITLE_WEIGHT = 3;
/** More would not tell stories apart any better, and every mention's record carries them. */
const MOST = 64;

/** A capitalised word that does not begin a sentence. */
const CAPITALISED = /(?<![.!?"”]\s)(?<=\s)\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*/gu;

/**
 * The words that tell a text from others: rare and often said, heaviest first, their weights a vector of length 1.
 * A function of the text alone. Linear in its length up to the part that is read.
 * @param mentions the article's incidents; they are compared by their places anyway, which don't count as names
 */
export function keywordsOf(
  { title, paragraphs }: Pick<Article, 'title' | 'paragraphs'>,
  mentions: readonly Pick<Mention, 'where' | 'claims'>[],
): Keyword[] {
  const text = paragraphs.join('\n');
  const counts = new Map<string, number>();
  const add = (term: string, weight: number) => counts.set(term, (counts.get(term) ?? 0) + weight);
  for (const term of terms(title)) add(term, TITLE_WEIGHT);
  for (const term of terms(text, BODY_TERMS)) add(term, 1);

  const weighed = [...counts]
    // The tenth "fire" says less than the first.
    .map(([term, count]) => ({ term, weight: (1 + Math.log(count)) * rarity(term) }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MOST);
  const length = Math.hypot(...weighed.map(({ weight }) => weight)) || 1;
  const names = namesIn(title, text, mentions);
  return weighed.map(({ term, weight }) => ({
    term,
    weight: Math.round((weight / length) * 1e4) / 1e4,
    name: names.has(term),
  }));
}

function namesIn(
  title: string,
  text: string,
  mentions: readonly Pick<Mention, 'where' | 'claims'>[],
): ReadonlySet<string> {
  // As the gazetteer has them, and as the article writes them: "Odessa" is Odesa.
  const places = mentions.flatMap(({ where, claims }) => [
    ...[where.place, where.admin1, where.admin2],
    ...where.claims.map((at) => claims[at]?.quote ?? null),
  ]);
  const place = new Set(places.flatMap((name) => terms(name ?? '')));
  const read = ` ${title} . ${text.slice(0, NAMES_WITHIN_CHARACTERS)}`;
  return new Set(
    (read.match(CAPITALISED) ?? [])
      .flatMap((word) => terms(word))
      .filter((term) => isName(term) && !place.has(term)),
  );
}
