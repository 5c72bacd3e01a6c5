import { eld } from 'eld/small';

/** Fewer letters than this say too little; a CJK letter says as much as a syllable or a word of others. */
const MIN_LETTERS = 40;
/** The detector's cost grows with the text; it reads no more than 350 bytes of it. */
const SAMPLE_LENGTH = 500;
/** Enough to find the language that the page declares. */
const FIRST_LENGTH = 200;
/** The page's own word is taken where its language is so near to the likeliest. */
const NEAR = 0.97;
const NEAR_IF_SHORT = 0.7;
const LETTER = /\p{L}/gu;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Languages that the detector takes for others, as it knows but these. */
const TAKEN_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['id', ['ms']],
  ['mk', ['bg', 'sr']],
  ['bs', ['hr', 'sr', 'sl']],
  ['gl', ['pt', 'es']],
  ['af', ['nl']],
  ['ne', ['hi', 'mr']],
]);

/**
 * ISO 639-1 code of a text's language, or null where it can't be told. The page's declaration decides
 * between neighbours, and for short texts; it is not believed against the text, as many templates say "en".
 * @param declared what the page or its feed says, such as `pt-BR`
 */
export function languageOf(text: string, declared = ''): string | null {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const own = codeOf(declared);
  const first = sample.slice(0, FIRST_LENGTH);
  const isShort = sample.length < FIRST_LENGTH && lettersIn(sample) < MIN_LETTERS;
  if (own !== '' && !isShort && eld.detect(first).language === own) return own;
  const found = eld.detect(sample);
  const scores: Readonly<Record<string, number>> = found.getScores();
  const most = scores[found.language] ?? 0;
  if (own !== '') {
    const score = scores[own] ?? 0;
    if (score > 0 && score >= most * (isShort ? NEAR_IF_SHORT : NEAR)) return own;
    if (TAKEN_FOR.get(own)?.includes(found.language) === true) return own;
  }
  if (isShort || found.language === '') return null;
  // Of the two it can't tell apart, Indonesian has by far more news.
  return found.language === 'ms' ? 'id' : found.language;
}

function lettersIn(text: string): number {
  return (text.match(LETTER)?.length ?? 0) + 3 * (text.match(DENSE)?.length ?? 0);
}

/** `pt` of `pt-BR`; both written forms of Norwegian are one language to the detector. */
function codeOf(declared: string): string {
  const code = /^[a-z]{2}(?![a-z])/i.exec(declared.trim())?.[0].toLowerCase() ?? '';
  return code === 'nb' || code === 'nn' ? 'no' : code;
}
