/**
 * Fits the weights by which mentions are linked: `npm run fit -w libs/dedup -- DIR`, where DIR/data/gva/dev.jsonl
 * is the set. Pairs are the main mentions of articles that share a blocking cell; folds are by incident. Prints
 * pair scores of whole clusterings, every pair scored by weights that saw neither of its incidents.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createGeoparser } from '../../geocoding/dist/index.js';
import { createIncidentExtractor } from '../../incident-extraction/dist/index.js';
import { mainMention } from '../../../tools/dist/eval/sets/gva.js';
import { textArticle } from '../../../tools/dist/eval/sets/text-article.js';
import { candidatePairs, dayOf, keywordsOf, linkIncidents, scoreLink } from '../dist/index.js';
import { DIFFERENCES, FEATURES, featuresOf } from '../dist/linking/features.js';
import { fitLogit } from '../dist/tooling/binary-logit.js';

const FOLDS = 5;
const RIDGE = 1;
const [directory] = process.argv.slice(2);
const foldOf = (incident) => createHash('sha256').update(incident).digest()[0] % FOLDS;
const round = (x) => Math.round(x * 1000) / 1000;

const extractor = createIncidentExtractor({ geoparser: createGeoparser() });
const linkables = [];
const mains = [];
const truth = new Map();
for (const line of readFileSync(`${directory}/data/gva/dev.jsonl`, 'utf8').trim().split('\n')) {
  const { id, input, expected } = JSON.parse(line);
  const publishedAt = input.publish_date ?? null;
  const article = textArticle({
    id,
    title: input.title ?? '',
    text: input.text ?? '',
    publishedAt,
  });
  const mentions = extractor.extract(article);
  const keywords = keywordsOf(article, mentions);
  const main = mainMention(mentions);
  truth.set(id, expected.incident_id);
  for (const mention of mentions) {
    const linkable = {
      articleId: id,
      articleDay: dayOf(publishedAt) ?? 0,
      keywords,
      mention: { ...mention, claims: [] },
    };
    linkables.push(linkable);
    if (mention === main) mains.push(linkable);
  }
}

const pairs = [];
for (const [a, b] of candidatePairs(mains)) {
  const features = featuresOf(a, b);
  if (typeof features === 'string') continue;
  const incidents = [truth.get(a.articleId), truth.get(b.articleId)];
  pairs.push({
    incidents,
    features: FEATURES.map((name) => features[name] ?? 0),
    yes: incidents[0] === incidents[1],
  });
}
function fit(some) {
  const fitted = fitLogit(some, RIDGE);
  const weights = FEATURES.map((name, at) => [
    name,
    round(Math.min(fitted[at], DIFFERENCES[name] ?? Infinity)),
  ]);
  return { bias: round(fitted.at(-1)), weights: Object.fromEntries(weights) };
}
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  fit(pairs.filter(({ incidents }) => incidents.every((incident) => foldOf(incident) !== fold))),
);
const byFolds = (a, b) => {
  const [x, y] = [a, b].map(({ articleId }) =>
    scoreLink(a, b, folds[foldOf(truth.get(articleId))]),
  );
  const score = (x.score + y.score) / 2;
  return { ...x, score, decision: score >= 0 ? 'linked' : 'distinct' };
};
const shipped = fit(pairs);
const crossValidated = pairScores(byFolds);
const report = {
  pairs: pairs.length,
  same: pairs.filter(({ yes }) => yes).length,
  crossValidated,
  inSample: pairScores((a, b) => scoreLink(a, b, shipped)),
};
console.log(report);
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

function pairScores(score) {
  const incidents = linkIncidents(linkables, score);
  const clusters = mains.map(({ articleId, mention }) => [
    incidents.get(mention.mentionId) ?? articleId,
    truth.get(articleId),
  ]);
  const choose2 = (keys) =>
    [...Map.groupBy(keys, (key) => key).values()].reduce(
      (sum, { length }) => sum + (length * (length - 1)) / 2,
      0,
    );
  const [found, told, both] = [
    clusters.map(([c]) => c),
    [...truth.values()],
    clusters.map((pair) => pair.join(' ')),
  ].map(choose2);
  return {
    precision: round(both / found),
    recall: round(both / told),
    f1: round((2 * both) / (found + told)),
  };
}
