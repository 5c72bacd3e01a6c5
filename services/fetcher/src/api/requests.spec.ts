import { describe, expect, it } from '@jest/globals';
import { checked } from '@tocsin/telemetry';
import { AddFeed, ListFeeds } from './feed-requests.js';
import { PushDocumentRequest } from './requests.js';

describe('a request', () => {
  it('is refused with unknown or missing fields', () => {
    expect(() => checked(AddFeed, { url: 'http://a.org/', extra: 1 })).toThrow();
    expect(() => checked(AddFeed, undefined)).toThrow();
    expect(() => checked(PushDocumentRequest, { url: 'x', publishedAt: 'soon' })).toThrow();
    expect(() => checked(ListFeeds, { limit: '1001' })).toThrow();
  });

  it('is taken when it keeps to its schema', () => {
    expect(checked(ListFeeds, { limit: '1000' })).toEqual({ limit: '1000' });
    expect(checked(AddFeed, { url: 'http://a.org/' })).toEqual({ url: 'http://a.org/' });
  });
});
