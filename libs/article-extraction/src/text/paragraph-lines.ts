import { oneLine } from './whitespace.js';

/** Mail and old wires break lines near this length, in the middle of sentences. */
const WRAPPED = { min: 50, max: 100 };
const SENTENCE_END = /[.!?…:;。！？।؟]["'”’»)\]]*$/u;

/**
 * A text's paragraphs, each on one line, blank ones left out. Where blank lines part blocks of lines of
 * one length that break off in the middle of sentences, each block is a paragraph; else each line is.
 */
export function paragraphLines(text: string): string[] {
  const blocks: string[][] = [[]];
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = oneLine(raw);
    if (line !== '') blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return isWrapped(blocks)
    ? blocks.flatMap((block) => (block.length === 0 ? [] : [block.join(' ')]))
    : blocks.flat();
}

function isWrapped(blocks: readonly (readonly string[])[]): boolean {
  const broken = blocks.flatMap((block) => block.slice(0, -1));
  const unfinished = broken.filter(
    (line) => line.length >= WRAPPED.min && line.length <= WRAPPED.max && !SENTENCE_END.test(line),
  );
  return blocks.length > 1 && broken.length >= 3 && unfinished.length > 0.6 * broken.length;
}
