/** Lower case, without marks, white space as one space: two spellings of a name that fold alike are one. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
