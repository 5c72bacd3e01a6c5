import { describe, expect, it } from '@jest/globals';
import { FINGERPRINT_SCHEME, MAX_SIGNED_LENGTH, MIN_SHINGLES, fingerprint } from './fingerprint.js';

const story = (words: number, from = 0): string =>
  Array.from({ length: words }, (_, i) => `word${from + i}`).join(' ');

describe('the fingerprint of a text', () => {
  it('names its scheme and has 512 bytes of signature', () => {
    const print = fingerprint(story(100));
    expect(print.scheme).toBe(FINGERPRINT_SCHEME);
    expect(Buffer.from(print.minhash, 'base64')).toHaveLength(512);
    expect(print.shingles).toBe(96);
  });

  it('never changes: signatures lie in topics and tables', () => {
    const print = fingerprint('The quick brown fox jumps over the lazy dog. '.repeat(3));
    expect(print.exact).toBe('8c9edb12aedd8c78a7a45c4fe88cec83afdcfeb62c2866774a74461055e80d89');
    expect(print.minhash.slice(0, 24)).toBe('0qvXANKr1wDU2tsA1NrbAJY9');
  });

  it('does not see case, punctuation, white space or compatibility forms', () => {
    const plain = fingerprint('officers said at least two were killed '.repeat(5));
    const dressed = fingerprint(
      '“OFFICERS” said:\u00a0at  least two\u2014were ﻿killed!\n\n'.repeat(5),
    );
    expect(dressed).toEqual(plain);
  });

  it('sees one changed word', () => {
    const [a, b] = [fingerprint(story(60)), fingerprint(`${story(59)} other`)];
    expect(a.exact).not.toBe(b.exact);
    expect(a.minhash).not.toBe(b.minhash);
  });

  it('does not sign what is too short to compare', () => {
    expect(fingerprint(story(MIN_SHINGLES + 3)).minhash).toBe('');
    expect(fingerprint(story(MIN_SHINGLES + 4)).minhash).not.toBe('');
    expect(fingerprint('')).toMatchObject({ minhash: '', shingles: 0 });
  });

  it('takes lone surrogates, NULs and right-to-left marks for what they are', () => {
    for (const hostile of ['\ud800', '\udc00\ud800', '\u0000', '\u202e']) {
      const print = fingerprint(`${story(30)} ${hostile} ${story(30, 50)}`);
      expect(print.exact).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('counts characters where a script has no spaces', () => {
    expect(fingerprint('阿拉木图发生骚乱至少两名执法人员死亡官员表示').shingles).toBe(18);
  });

  it('tells two long texts apart by what lies beyond the signed part', () => {
    const head = 'x '.repeat(MAX_SIGNED_LENGTH / 2);
    expect(fingerprint(`${head}one`).exact).not.toBe(fingerprint(`${head}two`).exact);
    expect(fingerprint(`${head}one`).exact).toBe(fingerprint(`${head}one`).exact);
  });

  it('takes a text of any length in bounded time', () => {
    const started = performance.now();
    fingerprint('\ufdfa'.repeat(4 * MAX_SIGNED_LENGTH));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
