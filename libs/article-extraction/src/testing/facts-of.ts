import type { FeatureContext, FeatureGroup } from '../blocks/feature-group.js';
import { mainPart } from '../blocks/main-part.js';
import type { PageFacts, Statements } from '../blocks/page-facts.js';
import { pageFacts } from '../blocks/page-facts.js';
import { pageSums } from '../blocks/page-sums.js';
import { readBlocks } from '../blocks/read-blocks.js';
import { pageOf } from './evidence-of.js';

const NOTHING: Statements = {
  title: '',
  description: '',
  articleBody: '',
  authors: [],
  siteName: '',
};

/** What the body's features are made of, for specs. */
export function factsOf(html: string, statements: Partial<Statements> = {}): PageFacts {
  const page = pageOf(html);
  return pageFacts(page, readBlocks(page.root), { ...NOTHING, ...statements });
}

export function contextOf(html: string, statements: Partial<Statements> = {}): FeatureContext {
  const facts = factsOf(html, statements);
  return { facts, main: mainPart(facts), sums: pageSums(facts) };
}

/** The number of the first block whose text has `part` in it. */
export function blockWith({ blocks }: PageFacts, part: string): number {
  const at = blocks.findIndex(({ text }) => text.includes(part));
  if (at < 0) throw new Error(`No block has "${part}".`);
  return at;
}

/** A group's values by name, for the first block whose text has `part` in it. */
export function valuesOf(
  group: FeatureGroup,
  context: FeatureContext,
  part: string,
): Record<string, number> {
  const values = Array.from(group.of(context, blockWith(context.facts, part)));
  if (values.length !== group.names.length) throw new Error('Not as many values as names.');
  return Object.fromEntries(group.names.map((name, at) => [name, values[at] ?? NaN]));
}
