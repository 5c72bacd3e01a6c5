import { progress } from '../../stack/progress.js';
import { BenchUsageError, benchOptions } from '../options.js';
import type { BenchPart } from '../part.js';
import { reportOf, reportText } from './report.js';
import { runMeasure } from './run-measure.js';
import { loadTexts } from './texts.js';

const DEFAULTS = { rounds: 3, articles: 600 };

/** From an article to its mentions, beside making sentences and words of it and nothing more. */
export const incidents: BenchPart = {
  help: [
    'article to incidents: on incident news and on a mix, beside bare sentences and words',
    '--data DIR reads DIR/data/{gva,muc4,aeb,naeb}/dev.jsonl and the pages that they name; it is needed',
    `--rounds N (${DEFAULTS.rounds})   --articles N of incident news (${DEFAULTS.articles})`,
  ],
  async run(args, signal) {
    const { rounds, articles, data } = benchOptions(args, DEFAULTS, ['data']);
    if (data === undefined) {
      throw new BenchUsageError('--data is missing: there is no incident news without test sets.');
    }
    progress('reading the texts');
    const texts = await loadTexts(data, Math.max(1, articles)).catch((cause: unknown) => {
      throw new BenchUsageError(`${data} cannot be read: ${(cause as Error).message}`, { cause });
    });
    progress(
      `${texts.warmUp.length} other articles several times and one round to warm up, ${rounds} to measure`,
    );
    const measured = await runMeasure({ texts, rounds: Math.max(1, rounds) }, signal);
    const report = reportOf(measured);
    return { report, text: reportText(report) };
  },
};
