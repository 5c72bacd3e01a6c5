/** Characters of windows-1252 that pass for C1 controls where it was taken for ISO 8859-1. */
const WINDOWS = new TextDecoder('windows-1252');

function asUtf8(text: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return null;
  }
}

/**
 * Undoes two common accidents: UTF-8 that was read as ISO 8859-1 and encoded again, and characters of
 * windows-1252 given by their bytes' numbers. Text that shows neither comes back as it is.
 */
export function unmangled(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text)) return text;
  const read = /^[\u0000-\u00ff]*$/.test(text) ? (asUtf8(text) ?? text) : text;
  return read.replace(/[\u0080-\u009f]/g, (c) => WINDOWS.decode(Buffer.from(c, 'latin1')));
}
