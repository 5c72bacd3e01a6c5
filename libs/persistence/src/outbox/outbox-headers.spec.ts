import { describe, expect, it } from '@jest/globals';
import { fromStoredHeaders, toStoredHeaders } from './outbox-headers.js';

const through = (headers: Parameters<typeof toStoredHeaders>[0]) =>
  fromStoredHeaders(JSON.parse(JSON.stringify(toStoredHeaders(headers))));

describe('headers kept in the outbox', () => {
  it('come back as they were: text, bytes, repeated', () => {
    const headers = {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      bytes: Buffer.from([0, 255, 195]),
      repeated: [Buffer.from('a'), Buffer.from([255])],
      empty: '',
    };
    expect(through(headers)).toEqual(headers);
  });

  it('keep NUL, which jsonb refuses, as bytes', () => {
    const stored = toStoredHeaders({ nul: 'a\0b' });
    expect(JSON.stringify(stored)).not.toContain('\\u0000');
    expect(fromStoredHeaders(stored)).toEqual({ nul: Buffer.from('a\0b') });
  });
});
