import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { decode } from '@tocsin/contracts';
import { fetchedRecord } from './fetched.js';
import { settledRecord } from './settled.js';

const trace = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
const noBlobs = { put: () => Promise.reject(new Error('no blob expected')) };

describe('a body that came', () => {
  const fetched = {
    version: {
      articleId: 'a1',
      url: 'https://a.org/final',
      version: Date.parse('2022-01-06T10:00:00Z'),
      contentHash: 'c'.repeat(64),
    },
    lane: 'live' as const,
    requestedUrl: 'https://a.org/asked?utm_source=rss',
    status: 200,
    headers: { 'content-type': 'text/html', 'set-cookie': 'secret', etag: '"1"' },
    body: Buffer.from('<p>x</p>'),
    feedItem: null,
    trace,
  };

  it('goes out under its article’s key, by contract', async () => {
    const record = await fetchedRecord(fetched, noBlobs);
    expect(record.key).toBe('a1');
    expect(decode('article-fetched', '1', record.value as Buffer)).toMatchObject({
      articleId: 'a1',
      url: 'https://a.org/final',
      requestedUrl: 'https://a.org/asked?utm_source=rss',
      fetchedAt: '2022-01-06T10:00:00.000Z',
      headers: { 'content-type': 'text/html', etag: '"1"' },
    });
  });

  it('goes the way of its lane', async () => {
    const live = await fetchedRecord(fetched, noBlobs);
    const backfill = await fetchedRecord({ ...fetched, lane: 'backfill' }, noBlobs);
    expect([live.topic, backfill.topic]).toEqual(['article-fetched', 'article-fetched-backfill']);
    const value = decode('article-fetched-backfill', '1', backfill.value as Buffer);
    expect(value).toMatchObject({ lane: 'backfill' });
  });

  it('is packed as it came when it came compressed', async () => {
    const gzipped = gzipSync(fetched.body, { level: 1 });
    const record = await fetchedRecord({ ...fetched, gzipped }, noBlobs);
    expect(decode('article-fetched', '1', record.value as Buffer)).toMatchObject({
      body: { kind: 'inline', base64: gzipped.toString('base64') },
    });
  });

  it('carries its trace and an id that its repetition shares', async () => {
    const [one, two] = [
      await fetchedRecord(fetched, noBlobs),
      await fetchedRecord(fetched, noBlobs),
    ];
    expect(one.headers).toMatchObject({ ...trace, ce_id: two.headers['ce_id'] });
    expect(one.headers['schema-version']).toBe('1');
  });

  it('leaves cookies behind', async () => {
    const record = await fetchedRecord(fetched, noBlobs);
    expect(record.value?.toString()).not.toContain('secret');
  });
});

describe('a URL that ended here', () => {
  it('says why, with its trace', () => {
    const record = settledRecord({
      urlId: 'u1',
      url: 'https://a.org/',
      end: 'rejected',
      code: 'ERR_FETCH_ROBOTS',
      reason: 'robots.txt forbids it.',
      at: 0,
      trace,
    });
    expect(decode('article-settled', '1', record.value as Buffer)).toMatchObject({
      stage: 'fetcher',
      end: 'rejected',
      code: 'ERR_FETCH_ROBOTS',
      version: null,
      traceparent: trace.traceparent,
    });
  });
});
