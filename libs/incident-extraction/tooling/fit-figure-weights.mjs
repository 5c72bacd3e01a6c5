/**
 * Fits the weights by which an incident's dead and injured are chosen among the numbers that a text offers
 * (`data/figure-weights.json`), on articles whose figures are known. Build first, then:
 * node tooling/fit-figure-weights.mjs DIR, where DIR/data/gva/dev.jsonl is the set.
 * A softmax over the candidate values; AdaGrad with L2; folds by incident, so that no incident is both fitted
 * on and tested on. The injured are fitted beside the dead that the other folds' weights chose.
 */
import { writeFileSync } from 'node:fs';
import { createGeoparser } from '../../geocoding/dist/index.js';
import { ClaimBook } from '../dist/mentions/claim-book.js';
import { candidatesOf } from '../dist/mentions/ledger/choose-figure.js';
import { injuredEvidence, killedEvidence } from '../dist/mentions/ledger/evidence.js';
import { FIGURE_FEATURES, figureFeatures } from '../dist/mentions/ledger/figure-features.js';
import { injuredByRule, killedByRule, toldBy } from '../dist/mentions/ledger/ledger.js';
import { readSituated } from '../dist/mentions/situate.js';
import { readDocument } from '../dist/text/document.js';
import { dot, foldOf, FOLDS, mainDraft, readGva, round } from './gva.mjs';

const SEED = 'tocsin-figure-1';
const STEPS = 1200;
const RATE = 0.3;
/** Chosen by the same folds. */
const L2 = { killed: 0.0003, injured: 0.003 };

const geoparser = createGeoparser();
const cases = readGva(process.argv[2]).flatMap(({ input, expected, meta }) => {
  const age = meta.days_after_incident;
  if (age === null || age < 0 || age > 60 || !input.publish_date) return [];
  if (!meta.mentions_city && !meta.mentions_participant) return [];
  const paragraphs = (input.text ?? '').split(/\n\s*\n/).filter((each) => each.trim());
  const document = readDocument({
    title: input.title ?? '',
    paragraphs: paragraphs.map((each) => each.replace(/\s+/g, ' ').trim()),
    captions: [],
    publishedAt: input.publish_date,
  });
  const { happened } = readSituated(document, () => geoparser.toponyms(document.text));
  const draft = mainDraft(happened.map((each) => each.draft));
  if (!draft) return [];
  const { time } = happened.find((each) => each.draft === draft);
  const told = toldBy(draft, time?.time?.end ?? null);
  const claims = new ClaimBook(document);
  const rule = killedByRule(draft, told, claims);
  return [{ fold: foldOf(SEED, expected.incident_id), expected, told, claims, rule }];
});

/** A case's candidate values with their features; none where no choice is made. */
function candidates(evidence, gold) {
  const { rule } = evidence;
  const byRule = rule?.best ?? rule?.low ?? 0;
  const list = candidatesOf(evidence).map((value) => ({
    value,
    features: figureFeatures(evidence, value),
    right: value === gold,
  }));
  return { byRule, list };
}

function fit(train, l2) {
  const w = FIGURE_FEATURES.map(() => 0);
  const power = w.map(() => 1e-6);
  const useful = train.filter(
    ({ list }) => list.some((c) => c.right) && list.some((c) => !c.right),
  );
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map(() => 0);
    for (const { list } of useful) {
      const votes = list.map((c) => Math.exp(dot(w, c.features)));
      const all = votes.reduce((a, b) => a + b, 0);
      list.forEach((c, i) => {
        const pull = (c.right ? 1 : 0) - votes[i] / all;
        c.features.forEach((x, k) => (gradient[k] += x * pull));
      });
    }
    w.forEach((_, k) => {
      const slope = gradient[k] / useful.length - l2 * w[k];
      power[k] += slope * slope;
      w[k] += (RATE * slope) / Math.sqrt(power[k]);
    });
  }
  return w;
}

function chosen(w, { byRule, list }) {
  if (list.length === 0) return byRule;
  return list.reduce((a, b) => (dot(w, b.features) > dot(w, a.features) ? b : a)).value;
}

/** Every case's value by weights that were fitted without its incident's fold. */
function crossChosen(sets, l2) {
  const values = sets.map(() => 0);
  for (let k = 0; k < FOLDS; k++) {
    const w = fit(
      sets.filter((_, i) => cases[i].fold !== k),
      l2,
    );
    sets.forEach((set, i) => {
      if (cases[i].fold === k) values[i] = chosen(w, set);
    });
  }
  return values;
}

const share = (values, field) =>
  round(values.filter((v, i) => v === cases[i].expected[field]).length / cases.length);

const dead = cases.map((c) => candidates(killedEvidence(c.told, c.rule), c.expected.killed));
const killed = crossChosen(dead, L2.killed);
const hurt = cases.map(({ told, claims, expected }, i) => {
  const best = killed[i];
  const figure = best > 0 ? { low: best, best, high: best, basis: 'stated', claims: [] } : null;
  const rule = injuredByRule(told, figure, claims);
  return candidates(injuredEvidence(told, rule, best), expected.injured);
});
const injured = crossChosen(hurt, L2.injured);
const byRule = (sets) => sets.map((set) => set.byRule);
const named = (w) => Object.fromEntries(FIGURE_FEATURES.map((name, k) => [name, round(w[k])]));
const crossValidated = {
  killedRight: share(killed, 'killed'),
  injuredRight: share(injured, 'injured'),
};
const rules = {
  killedRight: share(byRule(dead), 'killed'),
  injuredRight: share(byRule(hurt), 'injured'),
};
writeFileSync(
  new URL('../data/figure-weights.json', import.meta.url),
  `${JSON.stringify(
    {
      source: 'Fitted by tooling/fit-figure-weights.mjs; no text of the set is in it.',
      licence: 'Apache-2.0',
      set: 'gva, development half, articles of 0 to 60 days after the incident that name it',
      seed: SEED,
      folds: FOLDS,
      articles: cases.length,
      rules,
      crossValidated,
      weights: { killed: named(fit(dead, L2.killed)), injured: named(fit(hurt, L2.injured)) },
    },
    null,
    2,
  )}\n`,
);
console.log(cases.length, 'articles; rules', rules, 'cross-validated', crossValidated);
