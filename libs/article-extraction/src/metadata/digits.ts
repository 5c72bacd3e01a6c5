/** Where the decimal digits of the scripts that newspapers print them in begin. */
const ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x17e0, 0xff10,
];

/** The text with all its digits as ASCII ones; of the same length. */
export function asciiDigits(text: string): string {
  // Most texts have no other digits, and none of these stands below the first of the list.
  if (!/[\u0660-\uff19]/.test(text)) return text;
  return text.replace(/[\u0660-\uff19]/g, (char) => {
    const code = char.charCodeAt(0);
    const zero = ZEROS.find((each) => code >= each && code < each + 10);
    return zero === undefined ? char : String(code - zero);
  });
}
