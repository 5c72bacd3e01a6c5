/** What a UTF-16 code unit folds to instead of a unit: the end of a word, or nothing at all. */
export const SEPARATOR = 0;
export const IGNORED = 1;

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Scripts written without spaces: every character stands for itself, or a sentence would be one word. */
const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/**
 * What one newsroom writes and the next leaves out within a word: accents, Arabic vowels and stretching, soft
 * hyphens, joiners, marks of direction, forms of symbols.
 */
const OMITTED = /[\u0300-\u036f\u0640\u064b-\u065f\u0670\ufe00-\ufe0f\p{Cf}]/gu;
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

/** What each code unit of a text in NFKC folds to: its lower-case letter without accents, or one of the above. */
export const folds = Uint16Array.from({ length: 0x1_0000 }, (_, unit) => {
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
});

/** 1 for each code unit that is a word by itself. */
export const aloneUnits = Uint8Array.from({ length: 0x1_0000 }, (_, unit) =>
  (unit < 0xd800 || unit > 0xdfff) && ALONE.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** Flags of `traits`; the first three are those of a word's marks. */
export const LOWER = 1;
export const CAPITAL = 2;
export const DIGIT = 4;
export const BREAK = 8;

const BREAKS = /[.!?:;\n\r"“”„«»‘(\u2022\u06d4\u0964\u3002]/u;

/** What a code unit says about the word that it begins or stands in, or that it ends a sentence or opens a quotation. */
export const traits = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => {
  if (unit >= 0xd800 && unit <= 0xdfff) return 0;
  const character = String.fromCharCode(unit);
  if (/\p{Lu}|\p{Lt}/u.test(character)) return CAPITAL;
  if (/\p{Ll}/u.test(character)) return LOWER;
  if (/\p{N}/u.test(character)) return DIGIT;
  return BREAKS.test(character) ? BREAK : 0;
});
