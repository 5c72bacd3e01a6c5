import { describe, expect, it } from '@jest/globals';
import { decodeText } from '../feed/charset.js';
import { encodingName } from './encoding.js';

const named = (text: string, contentType: string | null) =>
  encodingName(decodeText(Buffer.from(text), contentType), contentType);

describe("an encoding in feedparser's words", () => {
  it('is what was told, in lower case', () => {
    expect(named('<a/>', 'application/xml; charset=ISO-8859-1')).toBe('iso-8859-1');
    expect(named('<?xml version="1.0" encoding="KOI8-R"?><a/>', null)).toBe('koi8-r');
    expect(named('<a/>', null)).toBe('utf-8');
  });

  it('is ASCII for text that does not tell, while it is', () => {
    expect(named('<a/>', 'text/xml')).toBe('us-ascii');
    expect(named('<a>é</a>', 'text/xml')).toBe('utf-8');
    expect(named('<a/>', 'text/xml; charset=bogus')).toBe('utf-8');
  });

  it('is the superset of GB 2312', () => {
    expect(named('<a/>', 'text/xml; charset=gb2312')).toBe('gb18030');
  });

  it('is told by a mark before all else', () => {
    expect(named('\ufeff<a/>', 'text/xml; charset=iso-8859-1')).toBe('utf-8');
  });
});
