import type { Token } from './tokens.js';

/** Words of fewer letters are small ones even in headlines: "of", "and". */
const LONG = 4;

/** How many long words a sentence has, and how many of them begin with a capital. */
function capitalsOf(tokens: readonly Token[]): { readonly long: number; readonly capital: number } {
  let [long, capital] = [0, 0];
  for (const token of tokens) {
    if (token.kind !== 'word' || token.low.length < LONG) continue;
    long++;
    if (token.capital) capital++;
  }
  return { long, capital };
}

/** "Two Men Charged After Girl Shot": capitals name nobody. Of few words all must have one, of more four in five. */
export function isTitleCase(tokens: readonly Token[]): boolean {
  const { long, capital } = capitalsOf(tokens);
  return long >= 2 && capital >= (long < 5 ? long : long * 0.8);
}

/** Most words have a capital: it doesn't tell what is part of a name, be the sentence a headline or a list of names. */
export function isMostlyCapital(tokens: readonly Token[]): boolean {
  const { long, capital } = capitalsOf(tokens);
  return capital > long * 0.7;
}
