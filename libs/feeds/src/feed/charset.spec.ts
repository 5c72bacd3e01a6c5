import { describe, expect, it } from '@jest/globals';
import { decodeText } from './charset.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const declared = (encoding: string, ...content: number[]) =>
  Buffer.concat([bytes(`<?xml version="1.0" encoding="${encoding}"?>`), Buffer.from(content)]);

describe('the encoding of a document', () => {
  it('is what its byte-order mark says, before all else', () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes('<a>é</a>')]);
    expect(decodeText(marked, 'text/xml; charset=iso-8859-1')).toEqual({
      text: '<a>é</a>',
      encoding: 'utf-8',
      label: 'utf-8',
      by: 'bom',
    });
  });

  it('is then what the response says', () => {
    const document = bytes('<?xml version="1.0" encoding="utf-8"?><a>é</a>', 'latin1');
    expect(decodeText(document, 'text/xml; charset="ISO-8859-1"')).toMatchObject({
      text: expect.stringContaining('é'),
      encoding: 'windows-1252',
      label: 'iso-8859-1',
      by: 'http',
    });
  });

  it('is then what the document declares', () => {
    const document = declared('windows-1251', 0xcc, 0xe8, 0xf0);
    expect(decodeText(document, 'text/xml')).toMatchObject({ by: 'declaration' });
    expect(decodeText(document, null).text).toContain('Мир');
  });

  it('is known by names that only feeds use', () => {
    expect(decodeText(declared('cp949', 0xc7, 0xd1), null).text).toContain('한');
    expect(decodeText(declared('euc_jp', 0xc6, 0xfc), null).text).toContain('日');
  });

  it('is UTF-16 when the zero bytes show it', () => {
    expect(decodeText(bytes('<a>é</a>', 'utf16le'), null).text).toBe('<a>é</a>');
    const swapped = bytes('<a>é</a>', 'utf16le').swap16();
    expect(decodeText(swapped, null)).toMatchObject({ text: '<a>é</a>', encoding: 'utf-16be' });
  });

  it('is UTF-32 when its mark or its zero bytes show it', () => {
    const document = Buffer.from([0xff, 0xfe, 0, 0, 0xe9, 0, 0, 0]);
    expect(decodeText(document, null)).toMatchObject({
      text: 'é',
      encoding: 'utf-32le',
      by: 'bom',
    });
  });

  it('is UTF-8 when nothing is said and the bytes are valid', () => {
    expect(decodeText(bytes('é'), null)).toMatchObject({ text: 'é', by: 'utf-8' });
  });
});

describe('evidence that lies', () => {
  it('is passed over when the bytes cannot be what it says', () => {
    for (const label of ['utf-16', 'utf-32', 'ucs-2', 'us-ascii', 'klingon']) {
      const document = declared(label, ...bytes('<a>é</a>'));
      expect(decodeText(document, null).text).toContain('<a>é</a>');
    }
  });

  it('leaves windows-1252, which accepts anything', () => {
    expect(decodeText(bytes('é “', 'latin1'), 'text/xml; charset=klingon').by).toBe('fallback');
    expect(decodeText(Buffer.from([0x93, 0x41, 0x94]), null).text).toBe('“A”');
  });

  it('does not cost a long UTF-8 document its letters for one bad byte', () => {
    const document = Buffer.concat([bytes('ééééé'), Buffer.from([0xff]), bytes('ééééé')]);
    expect(decodeText(document, 'text/xml; charset=utf-8')).toMatchObject({
      text: 'ééééé\ufffdééééé',
      encoding: 'utf-8',
      by: 'fallback',
    });
  });
});

describe('text kept safe for every store', () => {
  it('holds no NUL and no lone surrogate', () => {
    expect(decodeText(bytes('a\u0000b'), null).text).toBe('ab');
    const lone = Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]);
    expect(decodeText(lone, null).text.isWellFormed()).toBe(true);
  });
});
