import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/** Whether somebody sits before it who can be asked. */
export const canAsk = (stdin: Readable): boolean =>
  'isTTY' in stdin && (stdin as { isTTY?: boolean }).isTTY === true;

/** Asks for a yes; anything else, also the end of input, is a no. */
export async function confirm(
  question: string,
  { stdin, stderr }: { readonly stdin: Readable; readonly stderr: Writable },
): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stderr });
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    const answer = await Promise.race([lines.question(`${question} [y/N] `), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
