import type { Image } from '@tocsin/contracts';
import type { Statements } from '../blocks/page-facts.js';
import { pageFacts } from '../blocks/page-facts.js';
import { readBlocks } from '../blocks/read-blocks.js';
import type { Page, PageElement } from '../page/page-element.js';
import type { BodyModel } from './body-model.js';
import { keepBlocks } from './keep-blocks.js';
import { readImages } from './read-images.js';

/** The article's own text, and its images with their captions apart. */
export interface Body {
  readonly paragraphs: readonly string[];
  readonly images: readonly Image[];
}

/** What is known of the page when its body is read. */
export interface BodyContext {
  readonly statements: Statements;
  readonly headline: PageElement | null;
  readonly url: string;
}

/** blocks → facts → probabilities → the blocks to keep → paragraphs, and the images among them. */
export function readBody(page: Page, model: BodyModel, context: BodyContext): Body {
  const facts = pageFacts(page, readBlocks(page.root), context.statements);
  const kept = keepBlocks(facts, model.probabilities(facts));
  return {
    paragraphs: kept.map((at) => facts.blocks[at]?.text ?? ''),
    images: readImages(facts, kept, context.headline, context.url),
  };
}
