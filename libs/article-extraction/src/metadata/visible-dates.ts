import type { PageDocument, PageElement } from '../parse/dom.js';
import { isElement, isText } from '../parse/dom.js';
import { oneLine } from '../text/whitespace.js';

/** A line that carries a date is short; longer ones tell of dates. */
const MAX_LINE = 80;
/** How many pieces of text are looked at, from the top. */
const MAX_TEXTS = 1500;

/**
 * The page's short texts that could be a date line, in reading order, from the headline on first:
 * above it stand today's date and other articles.
 */
export function* visibleDates(document: PageDocument): Generator<string> {
  const texts: string[] = [];
  const body = document.querySelector('body');
  if (body !== null) collect(body, texts);
  const headline = oneLine(document.querySelector('h1')?.textContent ?? '');
  const start =
    headline === ''
      ? 0
      : Math.max(
          0,
          texts.findIndex((text) => headline.startsWith(text)),
        );
  const lines = [...texts.slice(start), ...texts.slice(0, start)];
  for (const line of lines) if (line.length <= MAX_LINE && /\d/.test(line)) yield line;
}

function collect(element: PageElement, texts: string[]): void {
  for (const node of element.childNodes) {
    if (texts.length >= MAX_TEXTS) return;
    if (isText(node)) {
      const text = oneLine((node.textContent ?? '').slice(0, 400));
      if (text.length > 1) texts.push(text);
    } else if (isElement(node)) collect(node, texts);
  }
}
