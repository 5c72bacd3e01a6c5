/**
 * Fits `data/toponym-weights.json` on the development halves of the sets geo, gva and muc4.
 * No set tells the country of a text's source; it weighs as much as that of the text's institutions.
 * Run: `npm run fit -w libs/geocoding -- <directory of the eval data>`. No chance in it.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Context } from '../context.js';
import { Gazetteer } from '../gazetteer.js';
import { originOf } from '../origin.js';
import { rowsOfDemonyms } from '../peoples.js';
import { nameFeatures, readingFeatures, sheetOf } from '../readings.js';
import { recognise } from '../recognise.js';
import { tokenise } from '../tokens.js';
import { FeatureTable, fitConditionalLogit, probabilities } from './conditional-logit.js';
import type { Choice } from './conditional-logit.js';
import type { Weights } from '../weights.js';
import { geoCases, gvaCases, muc4Cases } from './toponym-cases.js';
import type { ToponymCase } from './toponym-cases.js';
import { scoreToponyms } from './score-toponyms.js';
import type { Found } from './score-toponyms.js';

const FOLDS = 5;
const RIDGE = 3e-4;
const ROUNDS = 250;
/** The gold places of gva and muc4 say little of names in general, and are the same in many of their sentences. */
const WEIGHTS = { geo: 1, gva: 0.15, muc4: 0.1 } as const;
const THRESHOLD = 0.5;

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('give the directory of the eval data');
const gazetteer = Gazetteer.bundled();
const lexicon = { gazetteer, demonyms: rowsOfDemonyms(gazetteer), known: new Map() };

const cases = [...geoCases(dataDir), ...gvaCases(dataDir), ...muc4Cases(dataDir)].map((each) => {
  const tokens = tokenise(each.text);
  const names = recognise(tokens, lexicon);
  const origin = { source: null, institutions: originOf(tokens) };
  const truths = names.map((name) => each.truthOf(name, gazetteer));
  return {
    each,
    names,
    truths,
    sheet: sheetOf(names, gazetteer, origin),
    fold: foldOf(each.group),
  };
});
type Case = (typeof cases)[number];

/** Tests see other halves than a first look by eye: the fold comes from a hash of the group. */
function foldOf(group: string): number {
  return (createHash('sha256').update(group).digest()[0] ?? 0) % FOLDS;
}

/** All names of a case as choices; names of which nothing is known weigh nothing. */
function choicesOf(item: Case, table: FeatureTable, context: Context | null): Choice[] {
  return item.names.map((name, i) => {
    const truth = item.truths[i] ?? 'unknown';
    return {
      shared: table.row((features) => nameFeatures(item.sheet, name, features)),
      options: name.readings.map((reading) =>
        table.row((features) => readingFeatures(item.sheet, name, reading, context, features)),
      ),
      none: true,
      right: truth === 'unknown' ? [] : truth,
      weight: truth === 'unknown' ? 0 : WEIGHTS[item.each.set],
    };
  });
}

function fit(items: readonly Case[], table: FeatureTable, choices: ReadonlyMap<Case, Choice[]>) {
  const all = items.flatMap((item) => choices.get(item) ?? []).filter(({ weight }) => weight > 0);
  return fitConditionalLogit(all, { size: table.size, ridge: RIDGE, rounds: ROUNDS });
}

const aloneTable = new FeatureTable();
const alone = new Map(cases.map((item) => [item, choicesOf(item, aloneTable, null)]));

/** Fits both steps on some cases and answers others. */
function train(training: readonly Case[], testing: readonly Case[]) {
  const first = fit(training, aloneTable, alone);
  const table = new FeatureTable();
  const used = [...new Set([...training, ...testing])];
  const together = new Map(
    used.map((item) => {
      const beliefs = (alone.get(item) ?? []).map((choice) => [...probabilities(choice, first)]);
      const context = new Context(item.names, beliefs, gazetteer);
      return [item, choicesOf(item, table, context)];
    }),
  );
  const second = fit(training, table, together);
  const answers = testing.map((item) => answer(item, together.get(item) ?? [], second));
  return { first, second, table, answers };
}

function answer(item: Case, choices: readonly Choice[], weights: Float64Array) {
  const found = item.names.flatMap((name, i): Found[] => {
    const choice = choices[i];
    if (!choice) return [];
    const chances = probabilities(choice, weights);
    const best = chances.indexOf(Math.max(...chances));
    const id = name.readings[best]?.id ?? 0;
    if (chances.reduce((sum, chance) => sum + chance, 0) < THRESHOLD) return [];
    const [lat, lon] = [gazetteer.latitude(id), gazetteer.longitude(id)];
    const truth = item.truths[i] ?? 'unknown';
    const right = truth === 'unknown' ? null : truth.includes(best);
    return [
      {
        start: name.start,
        end: name.end,
        lat,
        lon,
        right,
        p: chances.reduce((sum, chance) => sum + chance, 0),
      } as Found,
    ];
  });
  return { item: item.each as ToponymCase, found };
}

/** How much more a reading at home weighs than one abroad. */
const atHome = (weights: Weights) => (weights['institutions'] ?? 0) - (weights['foreign'] ?? 0);

const answers = Array.from({ length: FOLDS }, (_each, fold) => {
  const part = train(
    cases.filter((item) => item.fold !== fold),
    cases.filter((item) => item.fold === fold),
  );
  process.stderr.write(`fold ${fold}: ${JSON.stringify(scoreToponyms(part.answers))}\n`);
  return part.answers;
}).flat();
const score = scoreToponyms(answers);
process.stdout.write(`${JSON.stringify(score)}\n`);
const whole = train(cases, []);
const [first, second] = [aloneTable.named(whole.first), whole.table.named(whole.second)];
const model = {
  manifest: {
    script: 'tooling/fit-toponyms',
    sets: { geo: 'development half', gva: 'development half', muc4: 'development half' },
    split: `${FOLDS} folds by document (geo, muc4) and by incident (gva), from a hash: no seed`,
    ridge: RIDGE,
    rounds: ROUNDS,
    crossValidated: score,
  },
  alone: { ...first, source: atHome(first) },
  together: { ...second, source: atHome(second) },
};
const file = new URL('../../data/toponym-weights.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`);
