/** One line: runs of white space (no-break space too) become one blank, invisible joiners go. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed();
}
