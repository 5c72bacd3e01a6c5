/** What a UTF-16 code unit folds to instead of a unit: the end of a word, or nothing at all. */
export const SEPARATOR = 0;
export const IGNORED = 1;

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Scripts written without spaces: every character stands for itself, or a sentence would be one word. */
const LONERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/**
 * What one newsroom writes and the next leaves out within a word: accents, Arabic vowels and stretching, soft
 * hyphens, joiners, marks of direction, forms of symbols.
 */
const OMITTED = /[\u0300-\u036f\u0640\u064b-\u065f\u0670\ufe00-\ufe0f\p{Cf}]/gu;
const BREAKS = /[.!?:;\n\r"“”„«»‘(\u2022\u06d4\u0964\u3002]/u;
/** Letters whose bar or missing dot Unicode takes for a part of them, and the sigma that ends a word. */
const BARE: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};

/** Its lower-case letter without accents, or one of the above. */
function foldOf(unit: number): number {
  // Halves of characters beyond the basic plane count as letters, lone ones too.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const character = String.fromCharCode(unit);
  const lower = character.toLowerCase();
  const base = lower.normalize('NFD').replace(OMITTED, '');
  if (base === '') return IGNORED;
  if (!WORD.test(character)) return SEPARATOR;
  // Korean syllables fall apart into several letters, and Japanese ones into a letter and its voicing.
  const bare = base.length === 1 ? base : lower.length === 1 ? lower : character;
  return (BARE[bare] ?? bare).charCodeAt(0);
}

/** Flags of `folds`; the first three are those of a word's marks. */
export const LOWER = 1 << 16;
export const CAPITAL = 1 << 17;
export const DIGIT = 1 << 18;
/** A word by itself. */
export const ALONE = 1 << 19;
/** It ends a sentence or opens a quotation. */
export const BREAK = 1 << 20;
/** NFKC may change it, or join it to what stands before it: a text without any is in NFKC. */
export const UNSETTLED = 1 << 21;

/** Marks, and the Korean letters that follow another: all that Unicode's quick check answers with "maybe". */
const JOINING = /[\p{M}\u1160-\u11ff]/u;

function flagsOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return UNSETTLED;
  const character = String.fromCharCode(unit);
  const settled = !JOINING.test(character) && character.normalize('NFKC') === character;
  return kindOf(character) | (settled ? 0 : UNSETTLED);
}

function kindOf(character: string): number {
  if (LONERS.test(character)) return ALONE;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return CAPITAL;
  if (/\p{Ll}/u.test(character)) return LOWER;
  if (/\p{N}/u.test(character)) return DIGIT;
  return BREAKS.test(character) ? BREAK : 0;
}

/**
 * What each code unit of a text in NFKC folds to, in the low 16 bits, and its flags above them: one table, since
 * looking into it is most of what folding costs.
 */
export const folds = Uint32Array.from(
  { length: 0x1_0000 },
  (_, unit) => foldOf(unit) | flagsOf(unit),
);
