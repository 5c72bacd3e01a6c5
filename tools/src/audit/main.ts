import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '@tocsin/contracts';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor, type IncidentExtractor } from '@tocsin/incident-extraction';
import { caseArticles } from '../eval/case-articles.js';
import { isPublishable } from '../eval/publishable.js';
import { caseFile } from './case-file.js';
import { type Candidate, drawCases } from './draw.js';
import { type AuditOptions, auditOptions } from './options.js';
import { type Judged, scoreText } from './score.js';
import { readVerdict } from './verdict.js';

/**
 * `npm run audit`: draws incidents that would be published, for people to judge, or scores what they found.
 *
 * @returns the exit code: 0 done, 1 what was asked for cannot be done
 */
export async function main(args: string[]): Promise<number> {
  try {
    const options = auditOptions(args);
    const told = options.score === null ? await drawInto(options) : await score(options.score);
    process.stdout.write(told);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

type DrawOptions = Extract<AuditOptions, { score: null }>;

async function drawInto({ dataDir, split, sets, n, seed, outDir }: DrawOptions): Promise<string> {
  await mkdir(outDir, { recursive: true });
  if ((await readdir(outDir)).length > 0) {
    throw new Error(`${outDir} is not empty: verdicts that may be there are not overwritten.`);
  }
  const extractor = createIncidentExtractor({ geoparser: createGeoparser() });
  const bySet = new Map<string, Candidate[]>();
  for (const set of sets) {
    bySet.set(set, await candidatesOf(extractor, caseArticles(dataDir, set, split), set));
  }
  const cases = drawCases(n, seed, bySet);
  for (const [i, each] of cases.entries()) {
    const number = String(i + 1).padStart(3, '0');
    await writeFile(join(outDir, `${number}-${each.set}.md`), caseFile(each));
  }
  const shares = [...bySet].map(([set, pool]) => {
    const drawn = cases.filter((each) => each.set === set).length;
    return `${set}: ${drawn} of ${pool.length}`;
  });
  return `${cases.length} cases in ${outDir}, seed ${seed}; drawn, of all that may be published: ${shares.join(', ')}\n`;
}

async function candidatesOf(
  extractor: IncidentExtractor,
  articles: AsyncIterable<Article>,
  set: string,
): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for await (const article of articles) {
    const all = extractor.extract(article);
    for (const mention of all) {
      if (isPublishable(mention)) candidates.push({ set, article, mention, all });
    }
  }
  return candidates;
}

async function score(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((name) => /^\d+-\w+\.md$/.test(name)).sort();
  if (files.length === 0) throw new Error(`${folder} has no cases.`);
  const cases: Judged[] = [];
  const wrong: string[] = [];
  for (const file of files) {
    const set = file.replace(/^\d+-|\.md$/g, '');
    try {
      cases.push({ set, ...readVerdict(await readFile(join(folder, file), 'utf8')) });
    } catch (error) {
      wrong.push(`${file}: ${(error as Error).message}`);
    }
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return scoreText(cases);
}
