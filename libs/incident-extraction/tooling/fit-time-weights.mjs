/**
 * Fits the weights by which an incident's day is chosen (`data/time-weights.json`) on articles whose day is
 * known. Build first, then: node tooling/fit-time-weights.mjs DIR, where DIR/data/gva/dev.jsonl is the set.
 * A mixture of logits: P(day) = sum of exp(w·f) over the times that name it / the same sum over all times.
 * Gradient ascent with L2; folds by incident, so that no incident is both fitted on and tested on.
 */
import { writeFileSync } from 'node:fs';
import { sightings } from '../dist/mentions/choose-time.js';
import { mergePieces } from '../dist/mentions/merge.js';
import { TIME_FEATURES, timeFeatures } from '../dist/mentions/time-features.js';
import { readSentences } from '../dist/reading/sentence-reading.js';
import { readDocument } from '../dist/text/document.js';
import { assign } from '../dist/tooling/place-assignment.js';
import { muc4Places } from '../dist/tooling/place-cases.js';
import { draftsOf } from '../dist/tooling/drafts.js';
import { createGeoparser } from '../../geocoding/dist/index.js';
import { dot, foldOf, FOLDS, mainDraft, readGva, round } from './gva.mjs';

const SEED = 'tocsin-time-1';
const STEPS = 600;
const RATE = 0.5;
const L2 = 0.001;

const ofGva = readGva(process.argv[2]).flatMap(({ input, expected, meta }) => {
  const age = meta.days_after_incident;
  if (!(age >= 0 && age <= 60) || !input.publish_date || !expected.date) return [];
  const paragraphs = (input.text ?? '').split(/\n+/).filter(Boolean);
  const document = readDocument({
    title: input.title ?? '',
    paragraphs,
    captions: [],
    publishedAt: input.publish_date,
  });
  const readings = readSentences(document);
  const drafts = mergePieces(document, readings, []);
  const draft = mainDraft(drafts);
  if (!draft) return [];
  const times = sightings(draft, drafts, readings, document.published).map((s) => ({
    features: timeFeatures(s, document.published, document.upperCase),
    day: `${s.time.start}/${s.time.end}`,
    right: s.time.start <= expected.date && expected.date <= s.time.end && s.time.unit === 'day',
  }));
  return [{ set: 'gva', fold: foldOf(SEED, expected.incident_id), times }];
});

/** Wire reports: each draft is put to the template whose words it has. */
const geoparser = createGeoparser();
const ofMuc4 = muc4Places(process.argv[2]).flatMap((each) => {
  const drafted = draftsOf(each.article, geoparser);
  const { document, readings, drafts } = drafted;
  return assign(each.incidents, drafted).flatMap(([draft, { days }]) => {
    if (!days) return [];
    const times = sightings(draft, drafts, readings, document.published).map((s) => ({
      features: timeFeatures(s, document.published, document.upperCase),
      day: `${s.time.start}/${s.time.end}`,
      right: s.time.start === days[0] && s.time.end === days[1],
    }));
    return [{ set: 'muc4', fold: foldOf(SEED, each.group), times }];
  });
});
const cases = [...ofGva, ...ofMuc4];

function fit(train) {
  const w = TIME_FEATURES.map(() => 0);
  const useful = train.filter(
    ({ times }) => times.some((t) => t.right) && times.some((t) => !t.right),
  );
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((x) => -L2 * x * useful.length);
    for (const { times } of useful) {
      const votes = times.map((t) => Math.exp(dot(w, t.features)));
      const all = votes.reduce((a, b) => a + b, 0);
      const right = votes.reduce((sum, v, i) => sum + (times[i].right ? v : 0), 0);
      times.forEach((t, i) => {
        const pull = (t.right ? votes[i] / right : 0) - votes[i] / all;
        if (pull) t.features.forEach((x, k) => (gradient[k] += x * pull));
      });
    }
    w.forEach((_, k) => (w[k] += ((RATE * gradient[k]) / useful.length) * 4));
  }
  return w;
}

function chosen(w, times) {
  const days = new Map();
  for (const t of times) {
    const d = days.get(t.day) ?? { vote: 0, right: false };
    days.set(t.day, { vote: d.vote + Math.exp(dot(w, t.features)), right: d.right || t.right });
  }
  return [...days.values()].sort((a, b) => b.vote - a.vote)[0] ?? null;
}

const crossValidated = {};
const scores = [];
for (let k = 0; k < FOLDS; k++) {
  const w = fit(cases.filter((c) => c.fold !== k));
  for (const c of cases.filter((each) => each.fold === k)) {
    const top = chosen(w, c.times);
    if (!top) continue;
    const score = (crossValidated[c.set] ??= { dated: 0, dayRight: 0 });
    score.dated++;
    if (top.right) score.dayRight++;
    scores.push([Math.log(top.vote), top.right]);
  }
}
for (const score of Object.values(crossValidated))
  score.dayRight = round(score.dayRight / score.dated);
/** Below this vote fewer than half of the chosen days are right. */
scores.sort((a, b) => a[0] - b[0]);
let least = scores[0][0];
let bad = 0;
for (let i = 0; i < scores.length; i++) {
  bad += scores[i][1] ? -1 : 1;
  if (bad > 0 && i > 4) least = scores[i][0];
}
const w = fit(cases);
writeFileSync(
  new URL('../data/time-weights.json', import.meta.url),
  `${JSON.stringify(
    {
      source: 'Fitted by tooling/fit-time-weights.mjs; no text of the set is in it.',
      licence: 'Apache-2.0',
      set: 'gva, development half, articles of 0 to 60 days after the incident; muc4, development half',
      seed: SEED,
      folds: FOLDS,
      articles: cases.length,
      crossValidated,
      least: round(least),
      weights: Object.fromEntries(TIME_FEATURES.map((name, k) => [name, round(w[k])])),
    },
    null,
    2,
  )}\n`,
);
console.log(`${cases.length} drafts, least ${round(least)}, cross-validated`, crossValidated);
console.log(TIME_FEATURES.map((name, k) => `${name} ${round(w[k])}`).join('\n'));
