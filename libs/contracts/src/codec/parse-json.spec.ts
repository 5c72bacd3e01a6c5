import { describe, expect, it } from '@jest/globals';
import { PoisonValueError } from './errors.js';
import { parseJson } from './parse-json.js';

const parse = (text: string) => parseJson(Buffer.from(text));

describe('JSON of a record', () => {
  it('is parsed from UTF-8', () => {
    expect(parse('{"place":"Алматы","n":[1,null]}')).toEqual({ place: 'Алматы', n: [1, null] });
  });

  it.each(['', 'nul', '{', '{"a":1}x', "{'a':1}"])('%p is poison', (text) => {
    expect(() => parse(text)).toThrow(PoisonValueError);
  });

  it('is poison when the bytes are not UTF-8', () => {
    expect(() => parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(PoisonValueError);
  });

  it.each([
    '{"a":1,"__proto__":{"admin":true}}',
    '{"a":1,"\\u005f\\u005fproto\\u005f\\u005f":{"admin":true}}',
    '{"a":1,"__pr\\u006fto__":{"admin":true}}',
  ])('loses a key that would name a prototype: %s', (text) => {
    const value = parse(text) as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['a']);
    expect(Object.assign({}, value)).not.toHaveProperty('admin');
  });

  it('keeps the word as a value', () => {
    expect(parse('{"a":"__proto__"}')).toEqual({ a: '__proto__' });
  });
});
