/** What a character is to the rules of UAX #29 for sentences ("Sentence_Break"). */
const [FOREIGN, OTHER, UPPER, LOWER, NUMERIC, POINT, STOP, CLOSE, BLANK, CONTINUES] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
] as const;

/** Up to the ellipsis: what news in English is written with. All that is not named here is foreign. */
const KINDS = new Uint8Array(0x2027);
const put = (kind: number, characters: string): void => {
  for (const each of characters) KINDS[each.charCodeAt(0)] = kind;
};
put(OTHER, '#$%&*+/<=>@\\^_`|~©®°…');
put(NUMERIC, '0123456789');
put(POINT, '.');
put(STOP, '!?');
put(CLOSE, '\'"()[]{}‘’“”«»');
put(BLANK, ' \u00a0');
put(CONTINUES, ',-:;–—');
for (let unit = 0x41; unit < 0x100; unit++) {
  const letter = String.fromCharCode(unit);
  if (letter === 'ª' || letter === 'º' || !/\p{L}/u.test(letter)) continue;
  KINDS[unit] = /\p{Lu}/u.test(letter) ? UPPER : LOWER;
}

/**
 * Where the sentences of a text end, by the rules of UAX #29 as `Intl.Segmenter` has them, which takes ten
 * times as long. Null where the text has other characters than plain English has: the segmenter knows those.
 */
export function plainBoundaries(text: string): number[] | null {
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text, at);
    if (kind === FOREIGN) return null;
    if (kind !== POINT && kind !== STOP) continue;
    // SB9, SB10: what closes the sentence, and the blanks behind it, belong to it.
    let next = at + 1;
    while (kindOf(text, next) === CLOSE) next++;
    while (kindOf(text, next) === BLANK) next++;
    if (next < text.length && !goesOn(text, at, next)) ends.push(next);
    at = next - 1;
  }
  if (text.length > 0) ends.push(text.length);
  return ends;
}

const kindOf = (text: string, at: number): number => KINDS[text.charCodeAt(at)] ?? FOREIGN;

/** Whether the sentence goes on at `next` behind its mark at `at`: SB6, SB7, SB8 and SB8a. */
function goesOn(text: string, at: number, next: number): boolean {
  const follower = kindOf(text, next);
  if (follower === CONTINUES || follower === POINT || follower === STOP) return true;
  if (kindOf(text, at) === STOP) return false;
  if (next === at + 1) {
    if (follower === NUMERIC) return true;
    const before = at > 0 ? kindOf(text, at - 1) : OTHER;
    if (follower === UPPER && (before === UPPER || before === LOWER)) return true;
  }
  for (let i = next; i < text.length; i++) {
    const kind = kindOf(text, i);
    if (kind === LOWER) return true;
    if (kind === UPPER || kind === POINT || kind === STOP || kind === FOREIGN) return false;
  }
  return false;
}
