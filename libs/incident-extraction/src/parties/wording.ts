/** Words for people whom another sentence names, or no one does. */
export const isPronoun = (words: string): boolean =>
  /^(?:he|she|they|who|him|her|them|himself|i|i'm|you|we|us|me|none|some|someone|somebody|anyone)$/i.test(
    words.replace('’', "'"),
  );

/** A noun without the ending of its plural, to compare it by. */
export const singular = (word: string): string =>
  word.replace(/(?:e?s)$/, '').replace(/men$/, 'man');
