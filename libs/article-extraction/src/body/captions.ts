import { markNumber } from '../blocks/marks.js';
import type { PageFacts } from '../blocks/page-facts.js';

const FIGCAPTION = [markNumber('figcaption-tag')];
const CAPTION = markNumber('caption');
const MEDIA = markNumber('media');
/** How far above its text an element that is named a caption may be. */
const MAX_LEVELS = 1;

/** Whether a block is what stands below an image: never the body's, whatever it says. */
export function isCaption({ blocks, marks, prose }: PageFacts, at: number): boolean {
  const element = blocks[at]?.element;
  if (element === undefined) return false;
  return (
    marks.isUnder(element, FIGCAPTION) ||
    marks.distance(element, CAPTION) <= MAX_LEVELS ||
    // What is named an image and yet has text has a label of the image.
    (prose[at] !== true && marks.distance(element, MEDIA) === 0)
  );
}
