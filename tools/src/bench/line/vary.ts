/** Of the longer words of a text, those that a variation replaces: three words in a row seldom stay as they were. */
const REPLACED_SHARE = 0.35;
const LONG_WORD = /(?<![\w&#])[a-z]{5,}(?!\w)/g;
/** Text between two tags that is more than a label. */
const TEXT = />[^<>]{40,}</g;
const CODE = /(<(script|style)\b[\s\S]*?<\/\2>)/i;

/**
 * A page of the same structure that says something else: words of its text change places with others of it. It costs
 * as much to read as the page that it was made from and is no copy of it.
 *
 * @param html whose scripts and styles stay as they are
 * @param random in [0, 1)
 */
export function varied(html: string, random: () => number): string {
  const vocabulary = (html.match(TEXT) ?? []).flatMap((text) => text.match(LONG_WORD) ?? []);
  if (vocabulary.length === 0) return html;
  const other = (word: string) =>
    random() < REPLACED_SHARE
      ? (vocabulary[Math.floor(random() * vocabulary.length)] as string)
      : word;
  const inText = (part: string) =>
    part.replace(TEXT, (text) => text.replace(LONG_WORD, (word) => other(word)));
  // A pattern with two groups splits into text, code, its tag's name, text, …
  return html
    .split(CODE)
    .map((part, at) => (at % 3 === 0 ? inText(part) : at % 3 === 1 ? part : ''))
    .join('');
}
