import { describe, expect, it } from '@jest/globals';
import { decodeText } from './charset.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('the encoding of a document', () => {
  it('is what its byte-order mark says, before all else', () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes('<a>é</a>')]);
    expect(decodeText(marked, 'text/xml; charset=iso-8859-1')).toEqual({
      text: '<a>é</a>',
      encoding: 'utf-8',
      by: 'bom',
    });
  });

  it('is then what the response says', () => {
    const document = bytes('<?xml version="1.0" encoding="utf-8"?><a>é</a>', 'latin1');
    expect(decodeText(document, 'text/xml; charset="ISO-8859-1"').text).toContain('é');
  });

  it('is then what the document declares', () => {
    const document = Buffer.concat([
      bytes("<?xml version='1.0' encoding='windows-1251'?>"),
      Buffer.from([0xcc, 0xe8, 0xf0]),
    ]);
    expect(decodeText(document, 'text/xml')).toMatchObject({ by: 'declaration' });
    expect(decodeText(document, null).text).toContain('Мир');
  });

  it('is UTF-16 when the zero bytes show it', () => {
    expect(decodeText(bytes('<a>é</a>', 'utf16le'), null).text).toBe('<a>é</a>');
  });

  it('is not UTF-16 when its declaration lies', () => {
    const document = bytes('<?xml version="1.0" encoding="UTF-16"?><a>é</a>');
    expect(decodeText(document, null).text).toContain('<a>é</a>');
  });

  it('is UTF-8 when nothing is said and the bytes are valid', () => {
    expect(decodeText(bytes('é'), null)).toMatchObject({ text: 'é', by: 'utf-8' });
  });

  it('is windows-1252 when they are not, or when a name is unknown', () => {
    expect(decodeText(bytes('é “', 'latin1'), 'text/xml; charset=klingon').by).toBe('fallback');
    expect(decodeText(Buffer.from([0x93, 0x41, 0x94]), null).text).toBe('“A”');
  });
});

describe('text kept safe for every store', () => {
  it('holds no NUL and no lone surrogate', () => {
    expect(decodeText(bytes('a\u0000b'), null).text).toBe('ab');
    const lone = Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]);
    expect(decodeText(lone, null).text.isWellFormed()).toBe(true);
  });
});
