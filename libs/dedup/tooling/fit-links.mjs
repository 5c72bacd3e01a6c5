/**
 * Fits the weights by which mentions are linked, on gva. Pairs are the main mentions of articles that share a
 * blocking cell; folds are by incident. Prints pair scores of whole clusterings, every pair scored by weights that
 * saw neither of its incidents.
 */
import { writeFileSync } from 'node:fs';
import { mainMention } from '../../../tools/dist/eval/sets/gva.js';
import { candidatePairs, dayOf, linkIncidents, scoreLink } from '../dist/index.js';
import { DIFFERENCES, FEATURES, featuresOf } from '../dist/linking/features.js';
import { fitModel, FOLDS, pairScores, partOf, RIDGE } from './pair-scores.mjs';
import { readSet } from './read-set.mjs';

export function fitLinks(directory) {
  const { linkables, mains, truth } = readMentions(directory);
  const pairs = labelled(mains, truth);
  const foldOf = ({ articleId }) => partOf(truth.get(articleId), FOLDS);
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fit(pairs.filter(({ between }) => between.every((each) => foldOf(each) !== fold))),
  );
  const byFolds = (a, b) => {
    const [x, y] = [a, b].map((each) => scoreLink(a, b, folds[foldOf(each)]));
    const score = (x.score + y.score) / 2;
    return { ...x, score, decision: x.ruledOutBy ? 'distinct' : decisionOf(score) };
  };
  const shipped = fit(pairs);
  const scoresOf = (score) => {
    const incidents = linkIncidents(linkables, score);
    return pairScores(
      mains.map(({ articleId, mention }) => [
        incidents.get(mention.mentionId) ?? articleId,
        truth.get(articleId),
      ]),
    );
  };
  const crossValidated = scoresOf(byFolds);
  console.log({
    pairs: pairs.length,
    same: pairs.filter(({ yes }) => yes).length,
    crossValidated,
    inSample: scoresOf((a, b) => scoreLink(a, b, shipped)),
  });
  console.table(shipped.weights);
  const manifest = {
    script: 'tooling/fit-links.mjs',
    sets: { gva: 'development half' },
    split: `${FOLDS} folds by incident, from a hash: no seed`,
    ridge: RIDGE,
    crossValidated: { gva: crossValidated },
  };
  writeFileSync(
    new URL('../data/link-weights.json', import.meta.url),
    `${JSON.stringify({ manifest, ...shipped }, null, 2)}\n`,
  );
}

function readMentions(directory) {
  const [linkables, mains, truth] = [[], [], new Map()];
  for (const { article, mentions, keywords, expected } of readSet(directory, 'gva')) {
    const { articleId, publishedAt } = article;
    truth.set(articleId, expected.incident_id);
    const own = mentions.map((mention) => ({
      articleId,
      articleDay: dayOf(publishedAt) ?? 0,
      keywords,
      mention,
    }));
    linkables.push(...own);
    const main = mainMention(mentions);
    mains.push(...own.filter(({ mention }) => mention === main));
  }
  return { linkables, mains, truth };
}

function labelled(mains, truth) {
  const pairs = [];
  for (const [a, b] of candidatePairs(mains)) {
    const features = featuresOf(a, b);
    if (typeof features === 'string') continue;
    pairs.push({
      between: [a, b],
      features: FEATURES.map((name) => features[name] ?? 0),
      yes: truth.get(a.articleId) === truth.get(b.articleId),
    });
  }
  return pairs;
}

const fit = (pairs) => fitModel(pairs, FEATURES, DIFFERENCES);

const decisionOf = (score) => (score >= 0 ? 'linked' : score >= -3 ? 'doubtful' : 'distinct');
