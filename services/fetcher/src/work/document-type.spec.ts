import { describe, expect, it } from '@jest/globals';
import { assertDocument } from './document-type.js';

describe('a content type', () => {
  it.each([
    undefined,
    '',
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'text/plain',
    'application/xhtml+xml',
  ])('may be an article: %s', (type) => {
    expect(() => assertDocument(type)).not.toThrow();
  });

  it.each(['image/png', 'application/pdf', 'application/octet-stream', 'text/htmlx', 'video/mp4'])(
    'cannot be one: %s',
    (type) => {
      expect(() => assertDocument(type)).toThrow(
        expect.objectContaining({ code: 'ERR_FETCH_CONTENT_TYPE' }),
      );
    },
  );
});
