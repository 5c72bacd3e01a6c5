import { describe, expect, it } from '@jest/globals';
import { gzipped, httpResponse, inChunks, pageRecord, warcRecord } from '../testing/warc.js';
import { archivedPages, type ArchivedItem } from './archived-pages.js';

async function itemsOf(...records: Buffer[]): Promise<ArchivedItem[]> {
  const items: ArchivedItem[] = [];
  for await (const item of archivedPages(inChunks(gzipped(...records)))) items.push(item);
  return items;
}

const reasonOf = async (record: Buffer) => {
  const [item] = await itemsOf(record);
  return item?.kind === 'skipped' ? item.reason : item?.kind;
};

describe('the pages of an archive', () => {
  it('are what its servers said, and when', async () => {
    const type = 'Text/HTML; charset=windows-1251';
    const body = Buffer.from([0x3c, 0x70, 0x3e, 0xcf, 0xf0, 0xe8]);
    const [page, again] = await itemsOf(
      warcRecord({
        url: 'https://example.org/a',
        date: '2016-08-26T11:02:03Z',
        id: 'one',
        block: httpResponse(body, [`Content-Type: ${type}`]),
      }),
      pageRecord('<http://example.org/b>', '<p>b</p>'),
    );
    expect(page).toMatchObject({
      kind: 'page',
      url: 'https://example.org/a',
      contentType: type,
      body,
      fetchedAt: '2016-08-26T11:02:03.000Z',
      recordId: expect.stringMatching(/^<urn:uuid:one> sha1:/),
    });
    expect(again).toMatchObject({ url: 'http://example.org/b' });
  });

  it('need not say when they were fetched', async () => {
    const [page] = await itemsOf(pageRecord('http://a.org/', '<p>', { date: 'yesterday' }));
    expect(page).toMatchObject({ kind: 'page', fetchedAt: null });
  });
});

describe('what is no page', () => {
  const url = 'https://example.org/a';
  const html = ['Content-Type: text/html'];
  it.each<[string, Buffer]>([
    ['type warcinfo', warcRecord({ type: 'warcinfo', block: 'software: x' })],
    ['type request', warcRecord({ type: 'request', block: 'GET / HTTP/1.1\r\n\r\n' })],
    ['type revisit', warcRecord({ type: 'revisit', block: httpResponse('') })],
    ['type metadata', warcRecord({ type: 'metadata', block: 'fetchTimeMs: 1' })],
    ['type unknown', warcRecord({ type: 'evil\u001b[2J', block: '' })],
    ['http status', warcRecord({ block: httpResponse('gone', html, 'HTTP/1.1 410 Gone') })],
    ['http status', warcRecord({ block: httpResponse('', html, 'HTTP/1.1 304 Not Modified') })],
    [
      'content type',
      warcRecord({ block: httpResponse('%PDF', ['Content-Type: application/pdf']) }),
    ],
    ['content type', warcRecord({ block: httpResponse('<rss>', ['Content-Type: text/xml']) })],
    ['content type', warcRecord({ block: httpResponse('what?', []) })],
    ['target uri', pageRecord('dns:example.org', '93.184.216.34')],
    ['target uri', warcRecord({ first: ['WARC-Target-URI: '], block: httpResponse('x') })],
    ['robots.txt', pageRecord('https://example.org/robots.txt', 'User-agent: *')],
    ['empty', pageRecord(url, '')],
    ['cut off by its crawler', pageRecord(url, '<p>', { first: ['WARC-Truncated: disconnect'] })],
    ['page', pageRecord(url, '<p>', { first: ['WARC-Truncated: length'] })],
  ])('is counted as %s', async (reason, record) => {
    expect(await reasonOf(record)).toBe(reason);
  });

  it('is told with its URL when it can’t be read', async () => {
    const broken = warcRecord({ url, block: 'not HTTP' });
    expect(await itemsOf(broken, pageRecord(url, '<p>'))).toMatchObject([
      { kind: 'bad', url, code: 'ERR_WARC_HTTP' },
      { kind: 'page' },
    ]);
  });
});
