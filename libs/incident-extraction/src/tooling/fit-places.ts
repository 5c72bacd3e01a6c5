/**
 * Fits `data/place-weights.json`: which of the places that an article names is its incident's, on the
 * development halves of gva (town of the registry) and muc4 (location of the template).
 * Run: `npm run fit -w libs/incident-extraction -- <directory of the eval data>`. No chance in it.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createGeoparser } from '@tocsin/geocoding';
import { FeatureTable, fitConditionalLogit, probabilities } from '@tocsin/geocoding/fit';
import type { Choice } from '@tocsin/geocoding/fit';
import { draftsOf } from './drafts.js';
import { fieldOf, placeFeatures } from '../mentions/place-features.js';
import { candidatesOf } from '../mentions/place-votes.js';
import { gvaPlaces, muc4Places } from './place-cases.js';
import type { PlaceCase } from './place-cases.js';

const FOLDS = 5;
const RIDGE = 1e-3;
const ROUNDS = 300;

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('give the directory of the eval data');
const geoparser = createGeoparser();
const table = new FeatureTable();

interface Example extends Choice {
  readonly set: PlaceCase['set'];
  readonly fold: number;
}

/** The main draft of each article, its candidates and which of them are right. */
const examples = [...gvaPlaces(dataDir), ...muc4Places(dataDir)].flatMap((each): Example[] => {
  const { document, readings, toponyms, main } = draftsOf(each.article, geoparser);
  if (!main) return [];
  const candidates = candidatesOf(main, readings, toponyms);
  const field = fieldOf(candidates, main, document.upperCase);
  const options = candidates.map((candidate) =>
    table.row((to) => placeFeatures(candidate, field, (name, value) => to.add(name, value))),
  );
  const right = candidates.flatMap(({ place }, i) => (each.isRight(place) ? [i] : []));
  const fold = (createHash('sha256').update(each.group).digest()[0] ?? 0) % FOLDS;
  const empty = table.row(() => undefined);
  return [{ shared: empty, options, none: false, right, weight: 1, set: each.set, fold }];
});

const fit = (training: readonly Example[]) =>
  fitConditionalLogit(
    training.filter(({ right, options }) => right.length > 0 && options.length > right.length),
    { size: table.size, ridge: RIDGE, rounds: ROUNDS },
  );

/** Share of articles whose likeliest place is right, of those that name the right one, and of all. */
function accuracy(answered: readonly { example: Example; right: boolean }[]) {
  const known = answered.filter(({ example }) => example.right.length > 0);
  const right = known.filter((each) => each.right).length;
  const share = (all: number) => Math.round((1000 * right) / all) / 1000;
  return { ofNamed: share(known.length), ofAll: share(answered.length), articles: answered.length };
}

const answered = Array.from({ length: FOLDS }, (_each, fold) => {
  const weights = fit(examples.filter((example) => example.fold !== fold));
  return examples
    .filter((example) => example.fold === fold)
    .map((example) => {
      const chances = probabilities(example, weights);
      return { example, right: example.right.includes(chances.indexOf(Math.max(...chances))) };
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
