import { canonicalEscapes } from '../url/percent.js';

/** A path as rules are matched against it: as the site would spell it, and in the one spelling for all. */
export interface RobotsPath {
  readonly literal: string;
  readonly canonical: string;
}

export const robotsPath = (path: string): RobotsPath => ({
  literal: path,
  canonical: canonicalEscapes(path),
});

/** Non-ASCII characters as the escapes of their bytes, existing escapes in upper case. */
function escapePattern(pattern: string): string {
  return pattern
    .replace(/[^\x00-\x7f]+/gu, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}

/** What stands before, between and after the stars of a pattern. */
interface Pieces {
  readonly first: string;
  readonly middle: readonly string[];
  /** Undefined in a pattern without a star. */
  readonly last: string | undefined;
  /** Ends with `$`. */
  readonly anchored: boolean;
}

function piecesOf(pattern: string): Pieces {
  const anchored = pattern.endsWith('$');
  const [first = '', ...middle] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const last = middle.pop();
  return { first, middle, last, anchored };
}

/**
 * `*` is any run of characters and a final `$` the end; linear in path × stars, never a regular
 * expression, because a site could write one that takes for ever.
 */
function matches({ first, middle, last, anchored }: Pieces, path: string): boolean {
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of middle) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (last === undefined) return !anchored || at === path.length;
  if (!anchored) return path.indexOf(last, at) >= 0;
  return path.length - last.length >= at && path.endsWith(last);
}

/** One rule, taken apart once for all the paths that it will be asked about. */
export interface RobotsPattern {
  readonly kind: 'allow' | 'disallow';
  /** How firmly it speaks of a path: its length, or -1 when it does not. The longest wins. */
  strength(path: RobotsPath): number;
}

/**
 * Permission needs the site's own spelling; a prohibition also holds for other spellings of the same
 * path (`%7E` for `~`), so that no spelling gets round it.
 */
export function compilePattern(kind: 'allow' | 'disallow', pattern: string): RobotsPattern {
  const escaped = escapePattern(pattern);
  const literal = piecesOf(escaped);
  const canonical = kind === 'disallow' ? piecesOf(canonicalEscapes(escaped)) : undefined;
  const strength = (path: RobotsPath): number =>
    matches(literal, path.literal) || (canonical && matches(canonical, path.canonical))
      ? escaped.length
      : -1;
  return { kind, strength };
}
