import type { Token } from '../text/tokens.js';

/**
 * Finer than a text's tokens: numerals with their separators, runs of letters, any other single
 * character. A hyphen stands on its own ("twenty-one" is three atoms). Linear.
 */
const ATOM = /\d+(?:[.,]\d+)*|\p{L}+(?:['’]\p{L}+)*|[^\s]/gu;

/** Splits text for the grammar; `offset` is where the text begins. */
export function atomize(text: string, offset = 0): Token[] {
  const atoms: Token[] = [];
  for (const match of text.matchAll(ATOM)) {
    const [found] = match;
    const start = offset + match.index;
    const first = found.charCodeAt(0);
    const digit = first >= 48 && first <= 57;
    const low = found.toLowerCase();
    const letter = !digit && (found.length > 1 || low !== found.toUpperCase());
    const end = start + found.length;
    const kind = digit ? 'number' : letter ? 'word' : 'mark';
    atoms.push({ text: found, low, start, end, kind, capital: letter && found[0] !== low[0] });
  }
  return atoms;
}

/** Whether nothing stands between an atom and the one before it. */
export const adjoins = (atoms: readonly Token[], at: number): boolean =>
  at > 0 && at < atoms.length && atoms[at - 1]!.end === atoms[at]!.start;

export const lowAt = (atoms: readonly Token[], at: number): string => atoms[at]?.low ?? '';
