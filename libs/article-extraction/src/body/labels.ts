import { markNumber } from '../blocks/marks.js';
import type { PageFacts } from '../blocks/page-facts.js';

/** A byline may stand in an element of the element that is named so; what is named a date is one itself. */
const MAX_LEVELS = [
  { mark: markNumber('byline'), levels: 1 },
  { mark: markNumber('date'), levels: 0 },
] as const;
/** Longer texts under such names are paragraphs: about the author, about the day. */
const MAX_WORDS = 12;

/** Whether a block is the line that names authors or the day, by what its element is named. */
export function isLabel({ blocks, shapes, marks }: PageFacts, at: number): boolean {
  const element = blocks[at]?.element;
  if (element === undefined || (shapes[at]?.words ?? 0) >= MAX_WORDS) return false;
  return MAX_LEVELS.some(({ mark, levels }) => marks.distance(element, mark) <= levels);
}
