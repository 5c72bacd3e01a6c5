import { detect } from 'tinyld';

/** Fewer letters than this say too little. */
const MIN_LETTERS = 40;
/** The detector's cost grows with the text; the first sentences suffice. */
const SAMPLE_LENGTH = 2000;

/** ISO 639-1 code of the text's language, or null when it is too short to tell. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  // A CJK letter says as much as a syllable or a word of other scripts.
  const dense = sample.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  );
  if (letters + 3 * (dense?.length ?? 0) < MIN_LETTERS) return null;
  return detect(sample) || null;
}
