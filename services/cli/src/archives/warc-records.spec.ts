import { describe, expect, it } from '@jest/globals';
import { gzipped, inChunks, warcRecord } from '../testing/warc.js';
import { readWarc, type WarcLimits } from './warc-records.js';

const limits: WarcLimits = { headerBytes: 2_000, blockBytes: 50_000 };

/** Blocks of records, types of others, codes of what can't be read. */
async function read(bytes: Buffer, chunkSize?: number): Promise<string[]> {
  const seen: string[] = [];
  const wanted = (fields: ReadonlyMap<string, string>) => fields.get('warc-type') === 'response';
  for await (const entry of readWarc(inChunks(bytes, chunkSize), wanted, limits))
    seen.push(
      entry.kind === 'record'
        ? entry.block.toString()
        : entry.kind === 'other'
          ? entry.type
          : entry.code,
    );
  return seen;
}

const record = (block: string, first: string[] = []) => warcRecord({ block, first });
const [a, b, c] = [record('alpha'), record('beta'), record('gamma')];
const plain = (...records: Buffer[]) => Buffer.concat(records);

describe.each([
  ['as it is', plain],
  ['gzipped', gzipped],
])('a WARC file, %s', (_, file) => {
  it.each([1, 13, 100_000])('gives its records in chunks of %i', async (size) => {
    expect(await read(file(a, b, c), size)).toEqual(['alpha', 'beta', 'gamma']);
  });

  it('has empty and large blocks, and blocks that look like records', async () => {
    const large = 'x'.repeat(40_000);
    const nested = `\r\n\r\n${a.toString()}`;
    expect(await read(file(record(''), record(large), record(nested), b))).toEqual([
      '',
      large,
      nested,
      'beta',
    ]);
  });

  it('has other records, too', async () => {
    const request = warcRecord({ type: 'request', block: 'GET / HTTP/1.1' });
    expect(await read(file(request, a, record('no type', ['WARC-Type: '])))).toEqual([
      'request',
      'alpha',
      '',
    ]);
  });

  it('loses one record where its length is wrong, missing or mad', async () => {
    for (const [length, code] of [
      ['Content-Length: 2', 'ERR_WARC_LENGTH'],
      ['Content-Length: -2', 'ERR_WARC_HEADER'],
      ['Content-Length: 1e3', 'ERR_WARC_HEADER'],
      ['Content-Length: ', 'ERR_WARC_HEADER'],
    ] as const)
      expect(await read(file(a, record('wrong', [length]), c))).toEqual(['alpha', code, 'gamma']);
  });

  it('loses what a record swallows that claims too much, and no more', async () => {
    const greedy = record('wrong', ['Content-Length: 100']);
    expect(await read(file(a, greedy, b, c))).toEqual(['alpha', 'ERR_WARC_LENGTH', 'gamma']);
  });

  it('loses records that are too large, without holding them', async () => {
    const large = record('x'.repeat(60_000));
    const headed = record('x', [`X-Padding: ${'p'.repeat(3_000)}`]);
    expect(await read(file(large, a, headed, b))).toEqual([
      'ERR_WARC_TOO_LARGE',
      'alpha',
      'ERR_WARC_HEADER',
      'beta',
    ]);
  });

  it('ends with what is left of a record that was cut off', async () => {
    const last = record('y'.repeat(5_000));
    const bytes = file(a, last);
    expect(await read(bytes.subarray(0, bytes.length - 40), 64)).toEqual(
      file === plain ? ['alpha', 'ERR_WARC_TRUNCATED'] : ['alpha', expect.any(String)],
    );
    expect(await read(file(a, last.subarray(0, 30)))).toEqual(['alpha', 'ERR_WARC_TRUNCATED']);
    expect(await read(file(a, last.subarray(0, 3)))).toEqual(['alpha', 'ERR_WARC_TRUNCATED']);
  });
});

describe('a file', () => {
  it('may be empty', async () => {
    expect(await read(Buffer.alloc(0))).toEqual([]);
  });

  it('that is no WARC is one refusal', async () => {
    expect(await read(Buffer.from('<html>'.repeat(10_000)))).toEqual(['ERR_WARC_HEADER']);
    expect(await read(Buffer.alloc(100_000))).toEqual(['ERR_WARC_HEADER']);
    expect(await read(gzipped(Buffer.from('<html>'.repeat(10_000))))).toEqual(['ERR_WARC_HEADER']);
  });

  it('goes on behind a record whose gzip data is broken', async () => {
    const [one, two, three] = [gzipped(a), gzipped(record('z'.repeat(900))), gzipped(c)];
    two.fill(0xff, 40, 80);
    expect(await read(Buffer.concat([one, two, three]))).toEqual([
      'alpha',
      'ERR_WARC_GZIP',
      'gamma',
    ]);
  });

  it('may have garbage between its records', async () => {
    const bytes = plain(a, Buffer.from('garbage\nWARC\nWARC/\n'), b);
    expect(await read(bytes)).toEqual(['alpha', 'ERR_WARC_HEADER', 'beta']);
  });
});
