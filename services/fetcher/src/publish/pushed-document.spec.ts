import { describe, expect, it } from '@jest/globals';
import { MAX_PUSHED_BYTES, readPush, type PushedDocument } from './pushed-document.js';

const url = 'https://A.org:443/1?utm_source=x';
const codeOf = (document: Partial<PushedDocument>, key: string) => {
  try {
    readPush({ url, ...document }, key);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a document that is handed in', () => {
  it('is known by its normal URL, and is of the live lane unless it says otherwise', () => {
    const push = readPush({ url, text: 'x' }, null);
    expect(push).toMatchObject({ url: 'https://a.org/1', lane: 'live', fetchedAt: null });
    expect(readPush({ url, text: 'x', lane: 'backfill' }, null).lane).toBe('backfill');
  });

  it('says what it is: markup and text in UTF-8, bytes as their type says', () => {
    const bytes = Buffer.from([0xcf, 0xf0, 0xe8]);
    const contentType = 'text/html; charset=windows-1251';
    expect(readPush({ url, html: 'å' }, null)).toMatchObject({
      body: Buffer.from('å'),
      contentType: 'text/html; charset=utf-8',
    });
    expect(readPush({ url, text: 'å' }, null).contentType).toBe('text/plain; charset=utf-8');
    expect(readPush({ url, base64: bytes.toString('base64'), contentType }, null)).toMatchObject({
      body: bytes,
      contentType,
    });
    expect(readPush({ url, base64: 'eA==' }, null).contentType).toBeNull();
  });

  it('keeps the time of its fetch', () => {
    const push = readPush({ url, text: 'x', fetchedAt: '2016-08-26T11:00:00Z' }, null);
    expect(push.fetchedAt).toBe(Date.UTC(2016, 7, 26, 11));
  });

  it.each<[string, Partial<PushedDocument>, string?]>([
    ['ERR_PUSH_BODY', {}],
    ['ERR_PUSH_BODY', { html: 'x', text: 'x' }],
    ['ERR_PUSH_BODY', { html: 'x', base64: 'eA==' }],
    ['ERR_PUSH_BODY', { base64: 'eA=' }],
    ['ERR_PUSH_BODY', { base64: 'not base64!!' }],
    ['ERR_PUSH_CONTENT_TYPE', { html: 'x', contentType: 'text/html' }],
    ['ERR_PUSH_CONTENT_TYPE', { base64: 'eA==', contentType: 'image/png' }],
    ['ERR_PUSH_FETCHED_AT', { text: 'x', fetchedAt: '2016-13-40' }],
    ['ERR_PUSH_FETCHED_AT', { text: 'x', fetchedAt: '1812-01-01' }],
    ['ERR_PUSH_KEY', { text: 'x' }, ''],
    ['ERR_PUSH_KEY', { text: 'x' }, 'k'.repeat(201)],
    ['ERR_PUSH_URL', { url: 'ftp://a.org/', text: 'x' }],
    ['ERR_PUSH_URL', { url: 'a.org', text: 'x' }],
    ['ERR_PUSH_TOO_LARGE', { text: 'x'.repeat(MAX_PUSHED_BYTES + 1) }],
    ['taken', { text: 'x'.repeat(MAX_PUSHED_BYTES) }],
  ])('%s: %#', (code, document, key = 'k') => {
    expect(codeOf(document, key)).toBe(code);
  });
});
