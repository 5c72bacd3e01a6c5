/** English words that tell no story from another. */
const STOP_WORDS = new Set(
  `about after again against all also and any are because been before being below between both but can could did
  does doing down during each few for from further had has have having her here hers him his how into its just more
  most nor not now off once only other our out over own said same says she should some such than that the their them
  then there these they this those through too under until very was were what when where which while who whom why
  will with would you your`.split(/\s+/),
);

const WORD = /[\p{L}\p{N}]+/gu;

/** The content words of a text, lower case, plural -s folded away; at most `limit` of them, read from the start. */
export function terms(text: string, limit = Number.POSITIVE_INFINITY): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(WORD)) {
    if (found.length >= limit) break;
    const word = match[0].toLowerCase();
    if (word.length < 3 || STOP_WORDS.has(word)) continue;
    found.push(singular(word));
  }
  return found;
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
