/** One line of the input, or the notice that it was longer than allowed and skipped. */
export type InputLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly text: null };

const NEWLINE = 0x0a;

/**
 * Lines of a byte stream, blank ones left out, numbered from 1. Holds one line at a time and never
 * more than `maxBytes` of it, whatever the stream does.
 */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<InputLine> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let number = 1;
  const take = (part: Uint8Array) => {
    bytes += part.length;
    if (bytes <= maxBytes) parts.push(part);
    else parts = [];
  };
  const line = (): InputLine | null => {
    const text = bytes > maxBytes ? null : Buffer.concat(parts).toString('utf8');
    return text?.trim() === '' ? null : { number, text };
  };
  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at));
      const whole = line();
      if (whole) yield whole;
      [parts, bytes, from, number] = [[], 0, at + 1, number + 1];
    }
    take(chunk.subarray(from));
  }
  const last = line();
  if (last) yield last;
}
