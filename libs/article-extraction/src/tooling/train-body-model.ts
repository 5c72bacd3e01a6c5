/**
 * Trains `data/body-model.json`: `npm run train -- DIR [--check]`, with the page sets of `npm run eval`
 * in DIR. `--check` trains on four fifths of the sites and judges the fifth, five times, writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BodyModelFile } from '../body/body-model.js';
import { BodyModel } from '../body/body-model.js';
import { keepBlocks } from '../body/keep-blocks.js';
import { FEATURE_NAMES, FEATURES } from '../blocks/features.js';
import type { Samples } from './grow-forest.js';
import { growForest } from './grow-forest.js';
import type { TrainingPage } from './read-training-pages.js';
import { readTrainingPages } from './read-training-pages.js';
import { scorePages } from './score-pages.js';

const SETS = ['aeb', 'naeb', 'htmldate'];
const FOLDS = 5;
/** What counts less: pages that another extractor labelled. */
const WEAK = 0.5;
/** No block counts for more than this share of its page. */
const MAX_SHARE = 0.25;
/** Expected texts that break off leave out blocks that are the article's: so sure of them, none is learnt from. */
const SURE = 0.85;
const GROWTH = {
  trees: 160,
  depth: 4,
  rate: 0.08,
  lambda: 2,
  minChild: 0.5,
  rowShare: 0.7,
  featureShare: 0.4,
  seed: 1,
};
const DIGITS = 5;

type Dropped = ReadonlyMap<TrainingPage, ReadonlySet<number>>;

function samplesOf(pages: readonly TrainingPage[], dropped: Dropped): Samples {
  const count = pages.reduce((sum, page) => sum + page.candidates.numbers.length, 0);
  const rows = new Float32Array(count * FEATURES);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  let row = 0;
  for (const page of pages) {
    const { candidates, labels: known } = page;
    rows.set(candidates.rows, row * FEATURES);
    for (const at of candidates.numbers) {
      const share = ((known.tokens[at] ?? 0) + 2) / (known.expectedTokens + 30);
      const counts = dropped.get(page)?.has(at) ? 0 : page.isWeak ? WEAK : 1;
      labels[row] = known.inBody[at] ?? 0;
      weights[row] = 10 * counts * Math.min(MAX_SHARE, share);
      row++;
    }
  }
  return { rows, width: FEATURES, labels, weights };
}

function train(pages: readonly TrainingPage[], dropped: Dropped): BodyModelFile {
  const forest = growForest(samplesOf(pages, dropped), GROWTH);
  return {
    features: FEATURE_NAMES,
    forest: {
      ...forest,
      threshold: forest.threshold.map((each) => Number(each.toPrecision(DIGITS))),
    },
  };
}

/** Each page's probabilities by a model that has seen no page of its site. */
function judgeUnseen(
  pages: readonly TrainingPage[],
  dropped: Dropped,
): Map<TrainingPage, Float64Array> {
  const judged = new Map<TrainingPage, Float64Array>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = new BodyModel(
      train(
        pages.filter((page) => foldOf(page) !== fold),
        dropped,
      ),
    );
    for (const page of pages)
      if (foldOf(page) === fold) judged.set(page, model.probabilities(page.facts));
    process.stderr.write(`fold ${fold + 1} of ${FOLDS}\n`);
  }
  return judged;
}

function foldOf({ site }: TrainingPage): number {
  let hash = 7;
  for (const char of site) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

/** Blocks that a sure model contradicts, on pages whose expected texts are known to break off. */
function doubtful(judged: ReadonlyMap<TrainingPage, Float64Array>): Dropped {
  return new Map(
    [...judged]
      .filter(([page]) => page.set !== 'aeb')
      .map(([page, sure]) => [
        page,
        new Set(
          page.candidates.numbers.filter(
            (at) => page.labels.inBody[at] === 0 && (sure[at] ?? 0) > SURE,
          ),
        ),
      ]),
  );
}

function report(judged: ReadonlyMap<TrainingPage, Float64Array>): void {
  for (const set of SETS.slice(0, 2)) {
    const found = [...judged]
      .filter(([page]) => page.set === set)
      .map(([{ facts, expected }, probabilities]) => ({
        expected,
        found: keepBlocks(facts, probabilities)
          .map((at) => facts.blocks[at]?.text)
          .join('\n\n'),
      }));
    const { f1, precision, recall } = scorePages(found);
    process.stdout.write(
      `${set}, unseen sites: F1 ${f1.toFixed(4)} P ${precision.toFixed(4)} R ${recall.toFixed(4)}\n`,
    );
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
});
const dataDir = positionals[0];
if (dataDir === undefined) throw new Error('Usage: npm run train -- DIR [--check]');
const pages = SETS.flatMap((set) => readTrainingPages(dataDir, set));
process.stderr.write(`${pages.length} pages\n`);
const dropped = doubtful(judgeUnseen(pages, new Map()));
if (values.check) report(judgeUnseen(pages, dropped));
else {
  const file = new URL('../../data/body-model.json', import.meta.url);
  const model = train(pages, dropped);
  writeFileSync(file, `${JSON.stringify(model)}\n`);
  process.stderr.write(
    `${model.forest.roots.length} trees, ${model.forest.feature.length} nodes\n`,
  );
}
