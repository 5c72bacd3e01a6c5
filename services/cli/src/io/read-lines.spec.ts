import { describe, expect, it } from '@jest/globals';
import { readLines, type InputLine } from './read-lines.js';

async function* chunks(...texts: (string | Buffer)[]) {
  for (const text of texts) yield Buffer.from(text as string);
}
async function all(source: AsyncIterable<Uint8Array>, maxBytes = 100): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  for await (const line of readLines(source, maxBytes)) lines.push(line);
  return lines;
}

describe('lines of a stream', () => {
  it('are whole wherever the chunks were cut, also inside a character', async () => {
    const text = Buffer.from('første\nandre\n');
    const cut = [text.subarray(0, 2), text.subarray(2, 9), text.subarray(9)];
    expect(await all(chunks(...cut))).toEqual([
      { number: 1, text: 'første' },
      { number: 2, text: 'andre' },
    ]);
  });

  it('include the last one without a newline', async () => {
    expect(await all(chunks('a\nb'))).toHaveLength(2);
  });

  it('leave blank ones out and keep counting', async () => {
    expect(await all(chunks('\n \r\nc\r\n'))).toEqual([{ number: 3, text: 'c\r' }]);
  });

  it('are none of an empty stream', async () => {
    expect(await all(chunks())).toEqual([]);
  });

  it('give the notice in the place of one that is too long, and go on', async () => {
    expect(await all(chunks('x'.repeat(60), 'x'.repeat(60), '\nshort\n'))).toEqual([
      { number: 1, text: null },
      { number: 2, text: 'short' },
    ]);
  });

  it('may be exactly as long as allowed', async () => {
    expect(await all(chunks('abcd\nabcde\n'), 4)).toEqual([
      { number: 1, text: 'abcd' },
      { number: 2, text: null },
    ]);
  });

  it('are read no further than they are asked for', async () => {
    let made = 0;
    async function* endless() {
      for (;;) {
        made += 1;
        yield Buffer.from('line\n');
      }
    }
    for await (const { number } of readLines(endless(), 100)) if (number === 3) break;
    expect(made).toBe(3);
  });
});
