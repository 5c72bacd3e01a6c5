import type { AlikePair } from './alike-pairs.js';
import type { StoryArticle } from './story-article.js';

/** What is compared of two articles, each a number from 0 to about 5. */
export const STORY_FEATURES = [
  'words',
  'words:alike',
  'names:shared',
  'names:any',
  'published',
  'nearest:both',
  'nearest:one',
  'near:both',
  'near:one',
] as const;
export type StoryFeature = (typeof STORY_FEATURES)[number];

/** A pair with what speaks for its being one story. */
export interface StoryPair extends AlikePair {
  readonly features: Readonly<Record<StoryFeature, number>>;
}

/** Nobody's neighbours count as less alike than this, or the unlike would look near where nothing is nearer. */
const LEAST_NEAR = 0.3;
const NEAR = 3;
/** The undated counts as a year apart: in the sets such pairs are no likelier. */
const UNKNOWN_DAYS = 365;

/**
 * The pairs with their features. Beside what the two share, these say how much that is by the measure of what is
 * nearest to either: two quakes of one island use the same words, but each telling is nearer to others of its own.
 */
export function storyFeatures(
  articles: readonly StoryArticle[],
  pairs: readonly AlikePair[],
): StoryPair[] {
  const nearest = nearestTo(articles.length, pairs);
  const [first, mean] = [
    nearest.map((cosines) => Math.max(LEAST_NEAR, cosines[0] ?? 0)),
    nearest.map((cosines) => Math.max(LEAST_NEAR, meanOf(cosines))),
  ];
  return pairs.map((pair) => {
    const { a, b, cosine, names } = pair;
    const [nearestBoth, nearestOne] = relative(cosine, first[a] ?? 1, first[b] ?? 1);
    const [nearBoth, nearOne] = relative(cosine, mean[a] ?? 1, mean[b] ?? 1);
    const features = {
      words: cosine,
      'words:alike': Math.max(0, cosine - 0.2),
      'names:shared': Math.log1p(names),
      'names:any': names > 0 ? 1 : 0,
      published: daysApart(articles[a]?.day ?? null, articles[b]?.day ?? null),
      'nearest:both': nearestBoth,
      'nearest:one': nearestOne,
      'near:both': nearBoth,
      'near:one': nearOne,
    };
    return { ...pair, features };
  });
}

/** Per article the cosines of those most like it, the greatest first. */
function nearestTo(size: number, pairs: readonly AlikePair[]): number[][] {
  const nearest = Array.from({ length: size }, (): number[] => []);
  for (const { a, b, cosine } of pairs) for (const at of [a, b]) insert(nearest[at] ?? [], cosine);
  return nearest;
}

function insert(greatest: number[], value: number): void {
  const at = greatest.findIndex((other) => other < value);
  greatest.splice(at < 0 ? greatest.length : at, 0, value);
  if (greatest.length > NEAR) greatest.pop();
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** A likeness by the measure of both articles' neighbours, and of the one's whose are farther. */
const relative = (cosine: number, x: number, y: number): [number, number] => [
  cosine / Math.max(x, y),
  cosine / Math.min(x, y),
];

/** Grows by the logarithm: a day apart and three, a year and two. */
const daysApart = (a: number | null, b: number | null): number =>
  Math.log1p(a === null || b === null ? UNKNOWN_DAYS : Math.abs(a - b)) / 3;
