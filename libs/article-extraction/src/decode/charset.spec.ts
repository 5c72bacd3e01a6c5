import { describe, expect, it } from '@jest/globals';
import { decodeDocument } from './charset.js';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const moscow = [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0];

describe('the charset of a document', () => {
  it('is the byte order mark’s before all else', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('é', 'utf16le')]);
    expect(decodeDocument(bytes, 'text/html; charset=utf-8')).toBe('é');
  });

  it('is the header’s before the document’s', () => {
    const bytes = Buffer.from('<meta charset="latin1">é');
    expect(decodeDocument(bytes, 'text/html; charset="UTF-8"')).toBe('<meta charset="latin1">é');
  });

  it.each([
    '<meta charset=windows-1251>',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    '<?xml version="1.0" encoding="windows-1251"?>',
  ])('is the document’s own: %s', (head) => {
    const bytes = Buffer.concat([latin(head), Buffer.from(moscow)]);
    expect(decodeDocument(bytes)).toBe(`${head}Москва`);
  });

  it('is not UTF-16 where the declaration can be read byte by byte', () => {
    const bytes = Buffer.from('<meta charset="utf-16">é');
    expect(decodeDocument(bytes)).toContain('é');
  });

  it('is UTF-8 where the bytes are', () => {
    expect(decodeDocument(Buffer.from('café 東京'))).toBe('café 東京');
  });

  it('is the usual one of the page’s language where they are not', () => {
    const head = '<html lang="ru-RU">';
    expect(decodeDocument(Buffer.concat([latin(head), Buffer.from(moscow)]))).toBe(`${head}Москва`);
  });

  it('is windows-1252 at last', () => {
    expect(decodeDocument(latin('caf\xe9'), 'text/html; charset=nonsense')).toBe('café');
  });

  it('leaves no NUL in the text', () => {
    expect(decodeDocument(Buffer.from('a\0b'))).toBe('ab');
  });
});
