import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { inChunks } from '../testing/warc.js';
import { BROKEN, inflateMembers } from './inflate-members.js';

/** What comes out, a broken place as `!`. */
async function inflate(bytes: Buffer, chunkSize?: number): Promise<string> {
  let text = '';
  for await (const part of inflateMembers(inChunks(bytes, chunkSize)))
    text += part === BROKEN ? '!' : Buffer.from(part).toString('latin1');
  return text;
}

const members = ['one ', 'two '.repeat(5_000), 'three'].map((text) => gzipSync(text));
const whole = `one ${'two '.repeat(5_000)}three`;

describe('the members of a gzip file', () => {
  it.each([1, 7, 100, 100_000])('come out whole in chunks of %i', async (size) => {
    expect(await inflate(Buffer.concat(members), size)).toBe(whole);
  });

  it('do not suffer from one that is broken', async () => {
    const [one, two, three] = members as [Buffer, Buffer, Buffer];
    const broken = Buffer.from(two);
    broken.fill(0xff, 12, 40);
    for (const size of [5, 10_000])
      expect(await inflate(Buffer.concat([one, broken, three]), size)).toBe('one !three');
  });

  it('are found again behind bytes that are none', async () => {
    const [one, , three] = members as [Buffer, Buffer, Buffer];
    const garbage = Buffer.alloc(20_000, 'garbage');
    expect(await inflate(Buffer.concat([garbage, three]))).toBe('three');
    expect(await inflate(Buffer.concat([one, garbage, three]))).toMatch(/!three$/);
    expect(await inflate(Buffer.concat([one, Buffer.alloc(64), three]))).toBe('one three');
  });

  it('may contain what looks like the beginning of one', async () => {
    const inner = Buffer.concat([gzipSync('inner'), gzipSync('inner')]);
    const stored = gzipSync(inner, { level: 0 });
    const out: Buffer[] = [];
    for await (const part of inflateMembers(inChunks(stored, 3)))
      out.push(Buffer.from(part as Buffer));
    expect(Buffer.concat(out)).toEqual(inner);
  });

  it('give what they have when the file ends early', async () => {
    const cut = Buffer.concat(members).subarray(0, -12);
    expect(whole.startsWith(await inflate(cut))).toBe(true);
    expect((await inflate(cut)).length).toBeGreaterThan(20_000);
  });

  it('are inflated in steps, so that a bomb is seen long before it is over', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    let taken = 0;
    for await (const part of inflateMembers(inChunks(bomb, bomb.length))) {
      taken += (part as Buffer).length;
      if (taken > 1024 * 1024) break;
    }
    expect(taken).toBeLessThan(10 * 1024 * 1024);
  });
});
