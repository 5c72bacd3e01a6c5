/** A place where bytes that strangers wrote are read, as the tool feeds it. */
export interface Boundary {
  /** Also the name of its folder under `tools/hostile`. */
  readonly name: string;
  /** One sentence: who reads what of whom. */
  readonly description: string;
  /** Codes with which it may refuse; anything else that is thrown is a defect. */
  readonly codes: readonly string[];
  /** What is worth putting into an input, beside what its seeds hold. */
  readonly pieces: readonly string[];
  /**
   * Reads one input.
   * @returns what became of it, in one word
   * @throws an error with a code of `codes`; Broken when what was made of the input breaks a promise
   */
  read(input: Buffer): string;
}

/** Something was made of an input, and it is not what the boundary promises. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** @throws Broken */
export function promise(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Broken(sentence);
}

/** What markup and texts are broken by. */
export const MARKUP_PIECES: readonly string[] = [
  '<',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&b;">]>',
  '&b;',
  '&#x0;',
  '&#xD800;',
  '&#99999999;',
  '&amp;amp;',
  '<?xml version="1.1" encoding="utf-7"?>',
  ' xmlns:x="urn:x" x:y="',
  '<div>',
  '</div>',
  '<script>',
  '</script',
  '<style>',
  '<table><tr><td>',
  '<svg><foreignObject>',
  '<base href="javascript:alert(1)//">',
  '<a href="http://[::ffff:127.0.0.1]/">',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\ud83d',
];
