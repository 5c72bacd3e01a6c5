/**
 * Fits the weights by which articles are put into stories: on ecbplus and newscluster, most of whose articles have
 * many others of their story, and on a share of gva, most of whose have none and are alike all the same. Folds are by
 * topic; a topic of ecbplus is two events of one kind. What a pair's features say hangs on the rest of the set, so that parts of the
 * sets are learnt from beside the whole. Prints scores of whole clusterings by weights that saw neither article.
 */
import { writeFileSync } from 'node:fs';
import { clusterStories, dayOf } from '../dist/index.js';
import { weigh } from '../dist/linking/pair-model.js';
import { byDay } from '../dist/story/story-article.js';
import { storyPairs } from '../dist/story/cluster-stories.js';
import { STORY_FEATURES } from '../dist/story/story-features.js';
import { fitModel, FOLDS, pairScores, partOf, RIDGE } from './pair-scores.mjs';
import { readSet } from './read-set.mjs';

/** The sets, and of how many stories one is taken. */
const SHARES = { ecbplus: 1, newscluster: 1, gva: 12 };
const SETS = Object.keys(SHARES);
const PARTS = [1, 4, 16];

export function fitStories(directory) {
  const sets = SETS.map((set) =>
    readSet(directory, set)
      .map((each) => toStory(set, each))
      .filter(({ truth }) => partOf(`share ${truth}`, SHARES[set]) === 0),
  );
  const parts = sets.flatMap((set) =>
    PARTS.flatMap((parts) => [...Map.groupBy(set, ({ id }) => partOf(id, parts)).values()]),
  );
  const pairs = parts.flatMap(labelled);
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fit(pairs.filter(({ folds }) => !folds.includes(fold))),
  );
  const byFolds = ({ features }, a, b) =>
    [a, b].reduce((sum, { fold }) => sum + weigh(features, folds[fold]).score / 2, 0);
  const crossValidated = Object.fromEntries(
    SETS.map((set, at) => [set, scoresOf(sets[at], byFolds)]),
  );
  const shipped = fit(pairs);
  const inSample = SETS.map((set, at) => [
    set,
    scoresOf(sets[at], ({ features }) => weigh(features, shipped).score),
  ]);
  console.log({ pairs: pairs.length, crossValidated, inSample: Object.fromEntries(inSample) });
  console.table(shipped.weights);
  const manifest = {
    script: 'tooling/fit-stories.mjs',
    sets: Object.fromEntries(
      SETS.map((set) => [set, `development half, one story of ${SHARES[set]}`]),
    ),
    split: `${FOLDS} folds by topic, from a hash: no seed`,
    parts: PARTS,
    ridge: RIDGE,
    crossValidated,
  };
  writeFileSync(
    new URL('../data/story-weights.json', import.meta.url),
    `${JSON.stringify({ manifest, ...shipped }, null, 2)}\n`,
  );
}

function toStory(set, { article, keywords, expected }) {
  return {
    id: article.articleId,
    day: dayOf(article.publishedAt),
    keywords,
    truth: expected.cluster ?? expected.incident_id,
    fold: partOf(`${set} ${expected.topic ?? expected.cluster ?? expected.incident_id}`, FOLDS),
  };
}

function labelled(articles) {
  const sorted = [...articles].sort(byDay);
  return storyPairs(sorted).map(({ a, b, features }) => {
    const both = [sorted[a], sorted[b]];
    return {
      features: STORY_FEATURES.map((name) => features[name]),
      folds: both.map(({ fold }) => fold),
      yes: both[0].truth === both[1].truth,
    };
  });
}

const fit = (pairs) => fitModel(pairs, STORY_FEATURES, {});

function scoresOf(articles, score) {
  const stories = clusterStories(articles, score);
  return pairScores(articles.map(({ id, truth }) => [stories.get(id), truth]));
}
