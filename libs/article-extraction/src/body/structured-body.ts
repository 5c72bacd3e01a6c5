import { oneLine } from '../text/whitespace.js';
import { isBoilerplateText } from '../blocks/boilerplate-text.js';

/** Structured text shorter than this is a teaser. */
const MIN_LENGTH = 400;
/** The page's own text is better where there is one: it must fall short of this share to be replaced. */
const MIN_SHARE = 0.5;

/**
 * The paragraphs found in the page, or, where these are but a fragment of it, the `articleBody` of the
 * structured data: on such pages the text is put there by scripts that we don't run.
 */
export function orStructured(found: readonly string[], articleBody: string): readonly string[] {
  const text = articleBody.replace(/<br\s*\/?>|<\/p>/gi, '\n').replace(/<[^<>]{0,500}>/g, '');
  if (text.length < MIN_LENGTH || found.join(' ').length >= MIN_SHARE * text.length) return found;
  return text
    .split(/\n+|(?<=[.!?”"])\s{2,}/)
    .map(oneLine)
    .filter((line) => line !== '' && !isBoilerplateText(line));
}
