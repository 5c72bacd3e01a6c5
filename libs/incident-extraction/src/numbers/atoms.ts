import { type Token, UNKNOWN } from '../text/tokens.js';
import { isPlainWord } from '../text/spelling.js';

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
    const capital = letter && found[0] !== low[0];
    atoms.push({
      text: found,
      low,
      start,
      end,
      kind,
      capital,
      spelling: undefined,
      opens: UNKNOWN,
      ahead: UNKNOWN,
    });
  }
  return atoms;
}

/**
 * The atoms of a sentence's tokens, at their places in the text. Most tokens are their own atom; only runs
 * without a blank that hold anything but plain words and marks are cut anew.
 */
export function atomsOf(tokens: readonly Token[]): Token[] {
  const atoms: Token[] = [];
  for (let from = 0, to = 0; from < tokens.length; from = to) {
    for (to = from + 1; to < tokens.length && tokens[to]!.start === tokens[to - 1]!.end;) to++;
    if (isPlain(tokens, from, to)) for (let i = from; i < to; i++) atoms.push(tokens[i]!);
    else {
      const run = tokens.slice(from, to).map(({ text }) => text);
      atoms.push(...atomize(run.join(''), tokens[from]!.start));
    }
  }
  return atoms;
}

const MARKS = /^[,.;:?!()"-]$/;

/** Whether a run's tokens are its atoms: English words or a single numeral, and no mark that joins. */
function isPlain(tokens: readonly Token[], from: number, to: number): boolean {
  let [words, numerals] = [0, 0];
  for (let i = from; i < to; i++) {
    const { kind, low, spelling } = tokens[i]!;
    const plain = kind === 'mark' ? MARKS.test(low) : (spelling?.plain ?? isPlainWord(low));
    if (!plain) return false;
    if (kind === 'word') words++;
    if (kind === 'number') numerals++;
  }
  return numerals === 0 || words + numerals === 1;
}

/** Whether nothing stands between an atom and the one before it. */
export const adjoins = (atoms: readonly Token[], at: number): boolean =>
  at > 0 && at < atoms.length && atoms[at - 1]!.end === atoms[at]!.start;

/** Beyond either end there is none; a place before the beginning is not asked of the array, which is slow. */
export const lowAt = (atoms: readonly Token[], at: number): string =>
  at < 0 ? '' : (atoms[at]?.low ?? '');
