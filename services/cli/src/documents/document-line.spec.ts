import { describe, expect, it } from '@jest/globals';
import { isLineError, readDocumentLine } from './document-line.js';

const read = (value: unknown) =>
  readDocumentLine({
    number: 7,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  });

describe('a line with a document', () => {
  it.each([
    { id: '1', text: 'Words.' },
    { id: '1', html: '<p>Words.</p>', url: 'https://a.org/' },
    { id: '1', htmlPath: 'a.html', title: 'T', publishedAt: '2024-05-06' },
  ])('is taken: %j', (document) => {
    expect(read(document)).toEqual(document);
  });

  it('may hold nulls and fields that are not ours', () => {
    const line = read({ id: '1', text: 'Words.', title: null, label: 3 });
    expect(isLineError(line)).toBe(false);
    expect(line).not.toHaveProperty('title');
  });
});

describe('a bad line', () => {
  it.each([
    ['nonsense', null, 'ERR_CLI_LINE_JSON'],
    ['[1]', null, 'ERR_CLI_LINE_JSON'],
    ['null', null, 'ERR_CLI_LINE_JSON'],
    [{ text: 'no id' }, null, 'ERR_CLI_LINE_FIELD'],
    [{ id: 5, text: 'a number' }, null, 'ERR_CLI_LINE_FIELD'],
    [{ id: '', text: 'empty' }, '', 'ERR_CLI_LINE_FIELD'],
    [{ id: '1', text: 5 }, '1', 'ERR_CLI_LINE_FIELD'],
    [{ id: '1' }, '1', 'ERR_CLI_LINE_BODY'],
    [{ id: '1', text: null }, '1', 'ERR_CLI_LINE_BODY'],
  ])('%j is answered with its id, its number and a code', (value, id, code) => {
    expect(read(value)).toEqual({
      id,
      line: 7,
      error: { code, message: expect.stringMatching(/^\S.*\.$/) },
    });
  });

  it('may be one that was too long to read', () => {
    expect(readDocumentLine({ number: 2, text: null })).toMatchObject({
      id: null,
      line: 2,
      error: { code: 'ERR_CLI_LINE_TOO_LONG' },
    });
  });

  it('names the field that is wrong', () => {
    expect(read({ id: '1', text: 5 })).toMatchObject({
      error: { message: expect.stringMatching(/^text /) },
    });
  });
});
