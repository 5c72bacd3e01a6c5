import { partOf, shuffledById } from './halves.js';
import type { FullCase, PartScorer } from './part-scorer.js';
import type { Prediction, ScorerRun } from './set-adapter.js';

/**
 * The first `count` cases which the scorer, each by itself, gives less than all, as Markdown: text, what is
 * expected, what was predicted. They are of the half that is read, or of what was opened last. In an order by
 * hash, so that more of them are more of the same sample.
 */
export async function errorsText(
  scorer: PartScorer,
  run: ScorerRun,
  count: number,
  opened = false,
): Promise<string> {
  const sections: string[] = [];
  let looked = 0;
  const part = opened ? 'opened' : 'read';
  for (const each of shuffledById(scorer.cases.filter(({ id }) => partOf(id, opened) === part))) {
    if (sections.length >= count) break;
    looked++;
    const prediction = scorer.predictions.get(each.id);
    if (namesNothing(each.expected) && namesNothing(prediction)) continue;
    const score = await scorer.score(run, new Set([each.id]));
    if (score === null || (score.main ?? 0) >= 1) continue;
    sections.push(section(each, prediction, score.main));
  }
  return [`${sections.length} errors in the first ${looked} cases\n`, ...sections].join('\n');
}

/** Nothing was to be found: it has lists, and all of them are empty. */
function namesNothing(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  const lists = Object.values(value).filter((each) => Array.isArray(each));
  return lists.length > 0 && lists.every(({ length }) => length === 0);
}

function section(each: FullCase, prediction: Prediction | undefined, main: number | null): string {
  const { text, sentences, ...rest } = each.input;
  const told = Array.isArray(sentences) ? sentences.join('\n') : String(text ?? '');
  const block = (title: string, value: unknown) =>
    `### ${title}\n\n${'```'}json\n${JSON.stringify(value, null, 1)}\n${'```'}\n`;
  return [
    `## ${each.id} (${main ?? 'no score'})\n`,
    block('Input', rest),
    `### Text\n\n${told}\n`,
    block('Expected', each.expected),
    block('Predicted', prediction ?? null),
  ].join('\n');
}
