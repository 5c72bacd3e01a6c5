/** Characters of a text that an excerpt keeps: about two sentences, as a search engine shows them. */
export const EXCERPT_CHARS = 300;

/** The beginning of a text, up to the last word that fits. */
export function excerptOf(paragraphs: readonly string[]): string[] {
  const text = paragraphs.find((paragraph) => paragraph.trim() !== '') ?? '';
  if (text.length <= EXCERPT_CHARS) return text === '' ? [] : [text];
  const cut = text.slice(0, EXCERPT_CHARS);
  const space = cut.lastIndexOf(' ');
  return [`${(space > 0 ? cut.slice(0, space) : cut).toWellFormed().trimEnd()} …`];
}
