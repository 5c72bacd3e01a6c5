import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Candidates } from '../blocks/features.js';
import { candidates } from '../blocks/features.js';
import type { PageFacts } from '../blocks/page-facts.js';
import { pageFacts } from '../blocks/page-facts.js';
import { readBlocks } from '../blocks/read-blocks.js';
import { decodeDocument } from '../decode/charset.js';
import { statementsOf } from '../draft-from-page.js';
import { gatherEvidence } from '../evidence/evidence.js';
import { authorsOf } from '../metadata/authors.js';
import { siteNameOf } from '../metadata/site.js';
import { titleOf } from '../metadata/title.js';
import type { Page } from '../page/page-element.js';
import { parsePage } from '../page/parse-page.js';
import type { Labels } from './label-blocks.js';
import { labelBlocks } from './label-blocks.js';
import { readabilityText } from './readability-text.js';

/** One page with the features of its blocks and what they should come to. */
export interface TrainingPage {
  readonly set: string;
  /** Pages of one site never stand on both sides of a test. */
  readonly site: string;
  readonly expected: string;
  /** Whether `expected` is another extractor's answer, not a person's. */
  readonly isWeak: boolean;
  readonly facts: PageFacts;
  readonly candidates: Candidates;
  readonly labels: Labels;
}

interface Case {
  readonly input: { readonly html_path: string; readonly url: string };
  readonly expected: { readonly articleBody?: string };
}

/** Shorter answers of another extractor are misses. */
const MIN_WEAK = 100;

/** The pages of a set in `dataDir`; those without an expected body are labelled by Readability. */
export function readTrainingPages(dataDir: string, set: string): TrainingPage[] {
  const lines = readFileSync(join(dataDir, 'data', set, 'dev.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.flatMap((line) => {
    const { input, expected } = JSON.parse(line) as Case;
    const html = decodeDocument(gunzipSync(readFileSync(join(dataDir, input.html_path))));
    const parsed = parsePage(html);
    if (parsed.kind === 'rejected') return [];
    const isWeak = expected.articleBody === undefined;
    const body = expected.articleBody ?? readabilityText(html);
    if (isWeak && body.length < MIN_WEAK) return [];
    const facts = factsOf(parsed.page, input.url);
    const site = new URL(input.url).hostname.split('.').slice(-2).join('.');
    return {
      set,
      site,
      expected: body,
      isWeak,
      facts,
      candidates: candidates(facts),
      labels: labelBlocks(facts.blocks, body),
    };
  });
}

function factsOf(page: Page, url: string): PageFacts {
  const evidence = gatherEvidence(page, url);
  const siteName = siteNameOf(evidence);
  const title = titleOf(evidence, siteName);
  const authors = authorsOf(evidence, siteName);
  const statements = statementsOf(evidence, title, authors, siteName ?? '');
  return pageFacts(page, readBlocks(page.root), statements);
}
