/** Kinds of code units: what stays, one blank, other white space, what goes, half of a pair. */
const [BLANK, SPACE, JOINER, HALF] = [1, 2, 3, 4];
const KINDS = new Uint8Array(0x10000);
KINDS.fill(HALF, 0xd800, 0xe000);
// What `\s` stands for, and the separator of units.
for (const code of [0x1f, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000])
  KINDS[code] = SPACE;
KINDS.fill(SPACE, 0x09, 0x0e);
KINDS.fill(SPACE, 0x2000, 0x200b);
for (const code of [0xad, 0x200b, 0x2060, 0xfeff]) KINDS[code] = JOINER;
KINDS[0x20] = BLANK;

/**
 * One line: runs of white space (no-break space too) become one blank, invisible joiners go. One pass: all of a page's
 * text comes through here, and expressions take several.
 */
export function oneLine(text: string): string {
  let line = '';
  /** Where what is not yet part of the line begins. */
  let from = 0;
  /** Where the white space that is open began; all that the text begins with is cut. */
  let run = 0;
  let open = true;
  let uneven = true;
  let begun = false;
  let halves = false;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === BLANK || kind === SPACE) {
      if (open) uneven = true;
      else {
        [open, run] = [true, at];
        uneven = kind === SPACE;
      }
    } else if (kind === JOINER) {
      if (open) uneven = true;
      else {
        line += text.slice(from, at);
        from = at + 1;
      }
    } else {
      if (kind === HALF) halves = true;
      if (!open) continue;
      if (uneven) {
        if (begun)
          line += blankAt(text, run) ? text.slice(from, run + 1) : `${text.slice(from, run)} `;
        from = at;
      }
      open = false;
      begun = true;
    }
  }
  if (!begun) return '';
  line += text.slice(from, open ? run : text.length);
  return halves ? line.toWellFormed() : line;
}

const blankAt = (text: string, at: number): boolean => KINDS[text.charCodeAt(at)] === BLANK;
