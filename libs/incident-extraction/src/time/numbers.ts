import { denominators, groups, scales } from '../numbers/lexicon.js';
import { type Atom, at, beginsWithDigit, touches } from './atoms.js';

/** A number read: its value (null when vague), and the atom after it. */
export interface Counted {
  readonly n: number | null;
  readonly to: number;
}

/** What times are divided by: "two and a half", not "a third". */
const FRACTIONS: ReadonlyMap<string, number> = new Map(
  ['half', 'quarter'].map((word) => [word, 1 / denominators.get(word)!.value]),
);
/** What times are counted in; nobody tells of a million days. */
const SCALES: ReadonlyMap<string, number> = new Map(
  ['dozen', 'hundred', 'thousand'].map((word) => [word, groups.get(word) ?? scales.get(word)!]),
);

/** "3", "2.5", "twenty-four", "a", "half an", "two and a half", "a couple of", "several". */
export function countAt(a: readonly Atom[], i: number): Counted | null {
  const { low, number } = at(a, i);
  if (low === 'half') {
    if (/^an?$/.test(at(a, i + 1).low)) return { n: 0.5, to: i + 2 };
    return at(a, i + 1).word?.unit ? { n: 0.5, to: i + 1 } : null;
  }
  if (!Number.isNaN(number)) return withFraction(a, decimalAt(a, i));
  if (low === 'a' || low === 'an' || low === 'the') {
    const next = at(a, i + 1);
    if (next.low === 'couple' || next.low === 'few') return vagueAt(a, i + 1);
    const scale = SCALES.get(next.low);
    if (scale) return { n: scale, to: i + 2 };
    return low === 'the' ? null : { n: 1, to: i + 1 };
  }
  return vagueAt(a, i) ?? wordsAt(a, i);
}

/** "3.5years": before letters the tokenizer leaves the point apart. */
function decimalAt(a: readonly Atom[], i: number): { n: number; to: number } {
  const { number } = at(a, i);
  const [point, rest] = [at(a, i + 1), at(a, i + 2)];
  const joined = point.low === '.' && touches(a, i + 1) && touches(a, i + 2) && touches(a, i + 3);
  if (!joined || !Number.isInteger(rest.number)) return { n: number, to: i + 1 };
  return { n: Number(`${number}.${rest.low}`), to: i + 3 };
}

function vagueAt(a: readonly Atom[], i: number): Counted | null {
  if (!at(a, i).word?.vague) return null;
  const to = at(a, i + 1).low === 'of' ? i + 2 : i + 1;
  return { n: at(a, i).low === 'couple' ? 2 : null, to };
}

function wordsAt(a: readonly Atom[], i: number): Counted | null {
  const small = cardinalAt(a, i);
  if (!small) return null;
  let { n, to } = small;
  for (let scale = SCALES.get(at(a, to).low); scale; scale = SCALES.get(at(a, to).low)) {
    n *= scale;
    to++;
    const and = at(a, to).low === 'and' ? 1 : 0;
    const rest = cardinalAt(a, to + and);
    if (rest && rest.n < scale) {
      n += rest.n;
      to = rest.to;
    }
  }
  return withFraction(a, { n, to });
}

/** 1–99 in words; "twenty and four" too. */
export function cardinalAt(a: readonly Atom[], i: number): { n: number; to: number } | null {
  const n = at(a, i).word?.cardinal;
  if (n === undefined) return null;
  if (n >= 20) {
    const skip = at(a, i + 1).low === '-' || at(a, i + 1).low === 'and' ? 1 : 0;
    const unit = at(a, i + 1 + skip).word?.cardinal;
    if (unit !== undefined && unit < 10) return { n: n + unit, to: i + 2 + skip };
  }
  return { n, to: i + 1 };
}

/** "two and a half", "one and a quarter", "one and half". */
function withFraction(a: readonly Atom[], { n, to }: { n: number; to: number }): Counted {
  if (at(a, to).low !== 'and') return { n, to };
  const article = at(a, to + 1).low === 'a' ? 1 : 0;
  const fraction = FRACTIONS.get(at(a, to + 1 + article).low);
  return fraction ? { n: n + fraction, to: to + 2 + article } : { n, to };
}

/** "3rd", "third", "twenty-second": 1–31 and beyond, as the text has it. */
export function ordinalAt(a: readonly Atom[], i: number): { n: number; to: number } | null {
  const { low, word } = at(a, i);
  const digits = beginsWithDigit(low) ? /^(\d{1,2})(?:st|nd|rd|th)$/.exec(low) : null;
  if (digits) return { n: Number(digits[1]), to: i + 1 };
  if (word?.ordinal !== undefined) return { n: word.ordinal, to: i + 1 };
  if (word?.cardinal !== undefined && word.cardinal >= 20) {
    const skip = at(a, i + 1).low === '-' ? 1 : 0;
    const unit = at(a, i + 1 + skip).word?.ordinal;
    if (unit !== undefined && unit < 10) return { n: word.cardinal + unit, to: i + 2 + skip };
  }
  return null;
}

/** "nineteen ninety-six", "two thousand and fifteen", "one thousand seven hundred and eighty nine". */
export function spelledYearAt(a: readonly Atom[], i: number): { n: number; to: number } | null {
  const first = cardinalAt(a, i);
  if (!first) return null;
  if (first.n >= 13 && first.n <= 20) {
    const rest = cardinalAt(a, first.to);
    if (rest && rest.n >= 10 && rest.n <= 99) return { n: first.n * 100 + rest.n, to: rest.to };
  }
  if (first.n > 2 || at(a, first.to).low !== 'thousand') return null;
  let n = first.n * 1_000;
  let to = first.to + 1;
  const hundreds = cardinalAt(a, to);
  if (hundreds && at(a, hundreds.to).low === 'hundred') {
    n += hundreds.n * 100;
    to = hundreds.to + 1;
  }
  const rest = cardinalAt(a, at(a, to).low === 'and' ? to + 1 : to);
  if (rest) return { n: n + rest.n, to: rest.to };
  return { n, to };
}

/** A year in digits: four of them, standing alone. */
export function yearAt(a: readonly Atom[], i: number): number | null {
  const { low, number } = at(a, i);
  if (low.length !== 4 || !(number >= 1_000 && number <= 2_199) || low.includes('.')) return null;
  return touches(a, i + 1) && at(a, i + 1).low === '%' ? null : number;
}
