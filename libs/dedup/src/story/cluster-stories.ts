import { averageLinkage } from '../linking/average-linkage.js';
import { fittedModel, weigh } from '../linking/pair-model.js';
import { DOUBTFUL } from '../linking/score-link.js';
import { alikePairs } from './alike-pairs.js';
import { byDay, type StoryArticle } from './story-article.js';
import { storyFeatures, type StoryFeature, type StoryPair } from './story-features.js';

const FITTED = fittedModel<StoryFeature>('story-weights.json');

/** Log-odds that two articles are of one story. */
export type ScoreStory = (pair: StoryPair, a: StoryArticle, b: StoryArticle) => number;

const scoreStory: ScoreStory = ({ features }) => weigh(features, FITTED).score;

/**
 * The story of every article, by article id: articles about one event and what followed from it. A story has the id
 * of its first article. Whether two articles are of one story hangs on what else is in the set; the order of the
 * articles doesn't matter. Ids must differ.
 */
export function clusterStories(
  articles: readonly StoryArticle[],
  score: ScoreStory = scoreStory,
): Map<string, string> {
  const sorted = [...articles].sort(byDay);
  const links = storyPairs(sorted).flatMap((pair) => {
    const { a, b } = pair;
    const odds = score(pair, sorted[a] as StoryArticle, sorted[b] as StoryArticle);
    return odds >= DOUBTFUL ? [{ a, b, score: odds }] : [];
  });
  const stories = averageLinkage(sorted.length, links);
  const firsts = new Map<number, string>();
  return new Map(
    sorted.map(({ id }, at) => {
      const story = stories[at] ?? at;
      const first = firsts.get(story) ?? id;
      firsts.set(story, first);
      return [id, first];
    }),
  );
}

/** The pairs that may be of one story, with what is compared of them. `articles` in the order of `byDay`. */
export const storyPairs = (articles: readonly StoryArticle[]): StoryPair[] =>
  storyFeatures(articles, alikePairs(articles));
