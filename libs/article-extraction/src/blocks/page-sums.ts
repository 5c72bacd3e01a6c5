import type { PageElement } from '../page/page-element.js';
import type { Block } from './block.js';
import type { PageFacts } from './page-facts.js';
import { overlap, squeezed, wordSet } from './compare-text.js';

/** What blocks of the same kind have together: same tag and class, in a container of the same. */
export interface Like {
  blocks: number;
  /** Prose in all of them, code units. */
  prose: number;
  /** Sum of their link densities. */
  links: number;
}

/** Sums over the whole page that features of single blocks compare with. */
export interface PageSums {
  readonly titleWords: ReadonlySet<string>;
  /** Squeezed; see `squeezed`. */
  readonly description: string;
  /** Squeezed; see `squeezed`. */
  readonly articleBody: string;
  readonly authors: readonly string[];
  /** In lower case. */
  readonly siteName: string;
  readonly repetitions: ReadonlyMap<string, number>;
  /** Number of the headline's block, or -1. */
  readonly headline: number;
  /** Code units; at least 1. */
  readonly totalText: number;
  /** Code units; at least 1. */
  readonly totalProse: number;
  /** By block: text, and prose, in all blocks before it. */
  readonly textBefore: Float64Array;
  readonly proseBefore: Float64Array;
  /** By block. */
  readonly likes: readonly Like[];
}

const MIN_AUTHOR = 5;
const MAX_AUTHORS = 5;
const MAX_HEADLINE = 400;
/** Every block is looked for in what the page says of its article: no more of it than real ones have, code units. */
const MAX_STATED = 40_000;

export function pageSums(facts: PageFacts): PageSums {
  const { blocks, prose, statements, containers, textIn, proseIn } = facts;
  const repetitions = new Map<string, number>();
  const textBefore = new Float64Array(blocks.length);
  const proseBefore = new Float64Array(blocks.length);
  const bySignature = new Map<string, Like>();
  let [text, good] = [0, 0];
  const likes = blocks.map((block, at) => {
    textBefore[at] = text;
    proseBefore[at] = good;
    text += block.text.length;
    const ownProse = prose[at] === true ? block.text.length : 0;
    good += ownProse;
    repetitions.set(block.text, (repetitions.get(block.text) ?? 0) + 1);
    const like = likeOf(bySignature, block.element, containers[at]);
    like.blocks++;
    like.links += block.linkDensity;
    like.prose += ownProse;
    return like;
  });
  const titleWords = wordSet(statements.title);
  return {
    titleWords,
    description: squeezed(statements.description.slice(0, MAX_STATED)),
    articleBody: squeezed(statements.articleBody.slice(0, MAX_STATED)),
    authors: statements.authors.filter(({ length }) => length >= MIN_AUTHOR).slice(0, MAX_AUTHORS),
    siteName: statements.siteName.toLowerCase(),
    repetitions,
    headline: headlineAmong(blocks, titleWords),
    totalText: Math.max(1, textIn[0] ?? 0),
    totalProse: Math.max(1, proseIn[0] ?? 0),
    textBefore,
    proseBefore,
    likes,
  };
}

function likeOf(
  known: Map<string, Like>,
  element: PageElement,
  container: PageElement | undefined,
): Like {
  const signature = `${element.name}${element.names}<${container?.name ?? ''}${container?.names ?? ''}`;
  const like = known.get(signature) ?? { blocks: 0, prose: 0, links: 0 };
  known.set(signature, like);
  return like;
}

/** The heading with most of the title's words; between equals the first of the first level. */
function headlineAmong(blocks: readonly Block[], titleWords: ReadonlySet<string>): number {
  let [best, bestScore] = [-1, 0];
  blocks.forEach(({ element, text }, at) => {
    const level = headingLevel(element);
    if (level === 0 || text.length > MAX_HEADLINE) return;
    const score = overlap(text, titleWords) * (level === 1 ? 2 : 1) + (level === 1 ? 0.1 : 0);
    if (score > bestScore) [best, bestScore] = [at, score];
  });
  return best;
}

/** 1 to 6, or 0 for what is no heading. */
export const headingLevel = ({ name }: PageElement): number =>
  name.length === 2 && name.startsWith('h') && name !== 'hr' ? Number(name[1]) : 0;
