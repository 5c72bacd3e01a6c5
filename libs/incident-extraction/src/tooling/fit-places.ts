/**
 * Fits `data/place-weights.json`: which of the places that an article names is its incident's, on the
 * development halves of gva (town of the registry) and muc4 (locations of the templates).
 * Run: `npm run fit -w libs/incident-extraction -- <directory of the eval data>`. No chance in it.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createGeoparser } from '@tocsin/geocoding';
import { FeatureTable, fitConditionalLogit, probabilities } from '@tocsin/geocoding/fit';
import { decide } from '../mentions/place-decision.js';
import { fieldFeatures, fieldOf, placeFeatures } from '../mentions/place-features.js';
import { candidatesOf } from '../mentions/place-votes.js';
import { draftsOf } from './drafts.js';
import { assign } from './place-assignment.js';
import { gvaPlaces, muc4Places } from './place-cases.js';
import { accuracy, type Answered, type Example } from './place-scores.js';

const FOLDS = 5;
const RIDGE = 2e-3;
const ROUNDS = 300;

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('give the directory of the eval data');
const geoparser = createGeoparser();
const table = new FeatureTable();

/** Drafts of the articles with their candidates and which of them are right. */
const examples = [...gvaPlaces(dataDir), ...muc4Places(dataDir)].flatMap((each): Example[] => {
  const drafted = draftsOf(each.article, geoparser);
  const { document, readings, toponyms, drafts } = drafted;
  const fold = (createHash('sha256').update(each.group).digest()[0] ?? 0) % FOLDS;
  return assign(each.incidents, drafted).map(([draft, incident]) => {
    const candidates = candidatesOf(draft, drafts, readings, toponyms);
    const read = fieldOf(candidates, draft, drafts, toponyms, document.upperCase);
    // Where a text of gva names more of abroad, its names are misread.
    const field = { ...read, american: each.set === 'gva' };
    const options = candidates.map((candidate) =>
      table.row((to) => placeFeatures(candidate, field, (name, value) => to.add(name, value))),
    );
    const shared = table.row((to) => fieldFeatures(field, (name, value) => to.add(name, value)));
    const levels = candidates.map(({ place }) => incident.levelOf(place));
    const finest = Math.max(0, ...levels);
    const right = levels.flatMap((level, i) => (level > 0 && level === finest ? [i] : []));
    const { set, id } = each;
    return { set, id, shared, options, none: true, right, weight: 1, fold, candidates, levels };
  });
});

/** A set weighs as the square root of its drafts, so that the larger does not decide alone. */
function fit(training: readonly Example[]): Float64Array {
  const counts = new Map<string, number>();
  for (const { set } of training) counts.set(set, (counts.get(set) ?? 0) + 1);
  const choices = training.map((each) => ({ ...each, weight: counts.get(each.set)! ** -0.5 }));
  return fitConditionalLogit(choices, { size: table.size, ridge: RIDGE, rounds: ROUNDS });
}

const answered = Array.from({ length: FOLDS }, (_each, fold) => {
  const weights = fit(examples.filter((example) => example.fold !== fold));
  return examples
    .filter((example) => example.fold === fold)
    .map((example): Answered => {
      const chances = probabilities(example, weights);
      return { example, chances, decision: decide(example.candidates, chances) };
    });
}).flat();
const scores = {
  gva: accuracy(answered.filter(({ example }) => example.set === 'gva')),
  muc4: accuracy(answered.filter(({ example }) => example.set === 'muc4')),
};
process.stdout.write(`${JSON.stringify(scores)}\n`);
const model = {
  manifest: {
    script: 'tooling/fit-places',
    sets: { gva: 'development half', muc4: 'development half' },
    split: `${FOLDS} folds by incident (gva) and by report (muc4), from a hash: no seed`,
    ridge: RIDGE,
    rounds: ROUNDS,
    crossValidated: scores,
  },
  weights: table.named(fit(examples)),
};
writeFileSync(
  new URL('../../data/place-weights.json', import.meta.url),
  `${JSON.stringify(model, null, 2)}\n`,
);
