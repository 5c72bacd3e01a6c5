const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export const wordSet = (text: string): ReadonlySet<string> => new Set(words(text));

/** Letters and digits alone, lower case: what is compared of two texts. */
export const squeezed = (text: string): string =>
  text === '' ? '' : text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Share of a text's words that are among `known`, 0 to 1. */
export function overlap(text: string, known: ReadonlySet<string>): number {
  if (known.size === 0) return 0;
  const own = words(text);
  return own.length === 0 ? 0 : own.filter((word) => known.has(word)).length / own.length;
}

/** Whether two texts are the same but for case and punctuation; two empty ones are not. */
export const sameWords = (a: string, b: string): boolean =>
  squeezed(a) !== '' && squeezed(a) === squeezed(b);
