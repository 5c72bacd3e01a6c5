import { canonicalEscapes } from '../url/percent.js';

/** Non-ASCII characters as the escapes of their bytes, existing escapes in upper case. */
function escapePattern(pattern: string): string {
  return pattern
    .replace(/[^\x00-\x7f]+/gu, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}

/**
 * `*` is any run of characters and a final `$` the end; linear in path × stars, never a regular
 * expression, because a site could write one that takes for ever.
 */
function matchesLiterally(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = pieces.shift() ?? '';
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = pieces.pop();
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (last === undefined) return !anchored || at === path.length;
  if (!anchored) return path.indexOf(last, at) >= 0;
  return path.length - last.length >= at && path.endsWith(last);
}

/**
 * How firmly a rule speaks of a path: its length, or -1 when it does not. The longest wins.
 * Permission needs the site's own spelling; a prohibition also holds for other spellings of the same
 * path (`%7E` for `~`), so that no spelling gets round it.
 */
export function ruleStrength(kind: 'allow' | 'disallow', pattern: string, path: string): number {
  const escaped = escapePattern(pattern);
  if (matchesLiterally(escaped, path)) return escaped.length;
  if (kind === 'disallow' && matchesLiterally(canonicalEscapes(escaped), canonicalEscapes(path)))
    return escaped.length;
  return -1;
}
