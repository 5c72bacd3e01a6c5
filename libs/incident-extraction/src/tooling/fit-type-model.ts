import { readFileSync, writeFileSync } from 'node:fs';
import { ACLED_SUB_EVENTS } from '@tocsin/contracts';
import { createGeoparser } from '@tocsin/geocoding';
import { TOGETHER } from '../mentions/type-features.js';
import { outcomeProbabilities, type TypeModel } from '../mentions/type-model.js';
import type { Outcome } from '../mentions/type-rules.js';
import { fitSoftmax } from './softmax.js';
import { groupNearDuplicates, typeExample, type TypeExample } from './type-examples.js';

/** HELD_OUT gets each text's answer by the model that did not see it. */
const [, , data, out, heldOut] = process.argv;
if (!data) throw new Error('usage: fit-type-model CASE21_DEV.jsonl [OUT.json [HELD_OUT.json]]');

const SEED = 21;
const FOLDS = 10;
const EPOCHS = 120;
const PENALTY = 0.003;
/** A feature of fewer texts tells of those texts. */
const LEAST = 3;
/** Two things together say so of the more texts. */
const LEAST_TOGETHER = 6;

const EVENT_TYPES: Readonly<Record<string, string>> = ACLED_SUB_EVENTS;

/** The set's labels in our vocabulary. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  ABDUCT_DISSAP: 'Abduction/forced disappearance',
  AGREEMENT: 'Agreement',
  AIR_STRIKE: 'Air/drone strike',
  ARMED_CLASH: 'Armed clash',
  ARREST: 'Arrests',
  ART_MISS_ATTACK: 'Shelling/artillery/missile attack',
  ATTACK: 'Attack',
  ATTRIB: 'claim',
  CHANGE_TO_GROUP_ACT: 'Change to group/activity',
  CHEM_WEAP: 'Chemical weapon',
  DIPLO: 'verbal',
  DISR_WEAP: 'Disrupted weapons use',
  FORCE_AGAINST_PROTEST: 'Excessive force against protesters',
  GOV_REGAINS_TERIT: 'Government regains territory',
  GRENADE: 'Grenade',
  HQ_ESTABLISHED: 'Headquarters or base established',
  MAN_MADE_DISASTER: 'accident',
  MOB_VIOL: 'Mob violence',
  NATURAL_DISASTER: 'disaster',
  NON_STATE_ACTOR_OVERTAKES_TER: 'Non-state actor overtakes territory',
  NON_VIOL_TERRIT_TRANSFER: 'Non-violent transfer of territory',
  ORG_CRIME: 'crime',
  OTHER: 'Other',
  PEACE_PROTEST: 'Peaceful protest',
  PROPERTY_DISTRUCT: 'Looting/property destruction',
  PROTEST_WITH_INTER: 'Protest with intervention',
  REM_EXPLOS: 'Remote explosive/landmine/IED',
  SEX_VIOL: 'Sexual violence',
  SUIC_BOMB: 'Suicide bomb',
  VIOL_DEMONSTR: 'Violent demonstration',
};
const ALL = [...new Set(Object.values(OUTCOMES))];
/** What is no sub-event of ACLED's is of a kind with its like: harm that nobody meant, and words. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  accident: 'mishap',
  disaster: 'mishap',
  verbal: 'words',
  claim: 'words',
  crime: 'Strategic developments',
};
const KINDS = ALL.map((outcome) => OTHER_KINDS[outcome] ?? EVENT_TYPES[outcome] ?? outcome);
const KIND_NAMES = [...new Set(KINDS)];

interface Line {
  readonly id: string;
  readonly input: { readonly text: string };
  readonly expected: { readonly type: string };
}

function fit(examples: readonly TypeExample[]): TypeModel {
  const counts = new Map<string, number>();
  for (const example of examples) {
    const seen = new Set(example.drafts.flatMap(({ features }) => features));
    for (const feature of seen) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const isKnown = ([name, n]: [string, number]) =>
    n >= (name.includes(TOGETHER) ? LEAST_TOGETHER : LEAST);
  const names = ['bias', ...[...counts].filter(isKnown).map(([name]) => name)];
  const position = new Map(names.map((name, i) => [name, i]));
  const rows = examples.flatMap(({ drafts, label }) =>
    drafts.slice(0, 1).map(({ features }) => ({
      features: [0, ...features.flatMap((feature) => position.get(feature) ?? [])],
      label: ALL.indexOf(label),
    })),
  );
  const classes = ALL.length;
  const fitted = fitSoftmax(rows, {
    features: names.length,
    classes,
    penalty: PENALTY,
    epochs: EPOCHS,
    kinds: KINDS.map((kind) => KIND_NAMES.indexOf(kind)),
  });
  const weights: Record<string, number[]> = {};
  for (const [i, name] of names.entries()) {
    const pairs = ALL.flatMap((_, k) => {
      const weight = Math.round(fitted[i * classes + k]! * 100);
      return Math.abs(weight) >= 5 ? [k, weight] : [];
    });
    if (pairs.length > 0) weights[name] = pairs;
  }
  return { manifest: {}, outcomes: ALL, weights };
}

/** The outcome that the mentions of a text would have: the likeliest that the rules allow any of them. */
function answer({ drafts }: TypeExample, model: TypeModel): Outcome {
  let best: Outcome = 'verbal';
  let top = -1;
  for (const { allowed, features } of drafts) {
    const probabilities = outcomeProbabilities(features, model);
    for (const outcome of allowed) {
      const probability = probabilities.get(outcome) ?? 0;
      if (probability > top) [best, top] = [outcome, probability];
    }
  }
  return best;
}

function weightedF1(pairs: readonly (readonly [gold: Outcome, answer: Outcome])[]): number {
  let total = 0;
  for (const label of ALL) {
    const gold = pairs.filter(([g]) => g === label).length;
    const given = pairs.filter(([, a]) => a === label).length;
    const right = pairs.filter(([g, a]) => g === label && a === label).length;
    if (gold > 0) total += (gold * 2 * right) / (gold + given);
  }
  return Math.round((total / pairs.length) * 1000) / 1000;
}

/** A seeded generator (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const lines = readFileSync(data, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const geoparser = createGeoparser();
const groups = groupNearDuplicates(lines.map(({ input }) => input.text));
const examples = lines.map(({ id, input, expected }, i) =>
  typeExample(input.text, { id, group: groups[i]!, label: OUTCOMES[expected.type]! }, geoparser),
);
const next = random(SEED);
const foldOf = new Map([...new Set(groups)].map((group) => [group, Math.floor(next() * FOLDS)]));
const held: [Outcome, Outcome][] = [];
const heldById: Record<string, Outcome> = {};
for (let fold = 0; fold < FOLDS; fold++) {
  const model = fit(examples.filter(({ group }) => foldOf.get(group) !== fold));
  for (const example of examples.filter(({ group }) => foldOf.get(group) === fold)) {
    const given = answer(example, model);
    heldById[example.id] = given;
    held.push([example.label, given]);
  }
}
const model = fit(examples);
const inSample = weightedF1(examples.map((e) => [e.label, answer(e, model)] as const));
const rules = weightedF1(
  examples.map((e) => [e.label, e.drafts[0]?.allowed[0] ?? 'verbal'] as const),
);
const ceiling =
  examples.filter((e) => e.drafts.some(({ allowed }) => allowed.includes(e.label))).length /
  examples.length;
const manifest = {
  sets: ['case21_types, development half'],
  examples: examples.length,
  groups: new Set(groups).size,
  seed: SEED,
  folds: FOLDS,
  penalty: PENALTY,
  weightedF1: { crossValidated: weightedF1(held), inSample, rulesAlone: rules },
};
process.stdout.write(
  `${JSON.stringify({ ...manifest, ceiling, features: Object.keys(model.weights).length })}\n`,
);
if (heldOut) writeFileSync(heldOut, JSON.stringify(heldById));
if (out) {
  const rows = Object.entries(model.weights).map(
    ([name, pairs]) => `    ${JSON.stringify(name)}: ${JSON.stringify(pairs)}`,
  );
  const head = `{\n  "manifest": ${JSON.stringify(manifest)},\n  "outcomes": ${JSON.stringify(model.outcomes)},\n`;
  writeFileSync(out, `${head}  "weights": {\n${rows.join(',\n')}\n  }\n}\n`);
}
