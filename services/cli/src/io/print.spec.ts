import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { inert, printJson, printLine, table } from './print.js';

describe('a printed line', () => {
  it('waits for a slow reader', async () => {
    const order: string[] = [];
    const slow = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) =>
        setTimeout(() => {
          order.push('read');
          done();
        }, 5),
    });
    await printLine(slow, 'much more than one byte');
    order.push('went on');
    expect(order).toEqual(['read', 'went on']);
  });

  it('is one JSON value, its offsets numbers', async () => {
    let text = '';
    const out = new Writable({
      write: (chunk, _, done) => {
        text += String(chunk);
        done();
      },
    });
    await printJson(out, { offset: 12n, words: 'a\nb' });
    expect(text).toBe('{"offset":12,"words":"a\\nb"}\n');
  });
});

describe('text for a terminal', () => {
  it('cannot steer it', () => {
    expect(inert('red \u001b[31m alert\r\n')).toBe('red  [31m alert  ');
  });

  it('stands in columns', () => {
    expect(
      table([
        ['a', 'long cell', 'x'],
        ['bbb', 'c', ''],
      ]),
    ).toBe('a    long cell  x\nbbb  c');
  });

  it('has no rows where there are none', () => {
    expect(table([])).toBe('');
  });
});
