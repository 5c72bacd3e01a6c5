import { describe, expect, it } from '@jest/globals';
import { bucketOf, profileText, sharesOf } from './profile.js';

const frame = (functionName: string, url: string) => ({ functionName, url, lineNumber: 9 });
const PG = 'file:///app/node_modules/pg/lib/client.js';
const OURS = 'file:///app/services/fetcher/dist/work/fetch-page.js';

describe('whose code a function is', () => {
  it.each([
    ['pg', PG],
    ['pg', 'file:///app/node_modules/pg-protocol/dist/parser.js'],
    ['@opentelemetry', 'file:///app/node_modules/@opentelemetry/sdk-trace/build/index.js'],
    ['@nestjs/core', 'file:///app/node_modules/@nestjs/core/index.js'],
    ['services/fetcher', OURS],
    ['libs/fetching', 'file:///app/libs/fetching/dist/index.js'],
    ['node:zlib', 'node:zlib'],
    ['node:streams', 'node:internal/streams/readable'],
  ])('is told by its file: %s', (bucket, url) => {
    expect(bucketOf('f', url)).toBe(bucket);
  });

  it('is told by its name where there is no file', () => {
    expect(bucketOf('(garbage collector)', '')).toBe('(garbage collector)');
    expect(bucketOf('writev', '')).toBe('native');
  });
});

describe('a profile', () => {
  const nodes = [
    { id: 1, callFrame: frame('(root)', ''), children: [2, 5, 7, 8] },
    { id: 2, callFrame: frame('query', PG), children: [3] },
    { id: 3, callFrame: frame('write', 'node:net'), children: [4] },
    { id: 4, callFrame: frame('writev', '') },
    { id: 5, callFrame: frame('run', OURS), children: [6] },
    { id: 6, callFrame: frame('processChunk', 'node:zlib') },
    { id: 7, callFrame: frame('(idle)', '') },
    { id: 8, callFrame: frame('tick', 'node:internal/timers') },
  ];
  const shares = sharesOf({
    nodes,
    samples: [2, 4, 4, 5, 6, 7, 8],
    timeDeltas: [1_000, 2_000, 3_000, 4_000, 5_000, 600_000, 7_000],
  });

  it('counts system calls for the package that made them, and codecs for themselves', () => {
    expect(shares.busyMs).toBe(22);
    expect(shares.buckets).toEqual([
      { name: 'node:timers', ms: 7 },
      { name: 'pg', ms: 6 },
      { name: 'node:zlib', ms: 5 },
      { name: 'services/fetcher', ms: 4 },
    ]);
  });

  it('names the functions that took the time', () => {
    expect(shares.functions[0]).toEqual({ name: 'tick node:timers:timers:10', ms: 7 });
    expect(profileText(shares, 2)).toContain('main thread: 11.00 ms a page');
  });
});
