import { describe, expect, it } from '@jest/globals';
import { fingerprint } from './fingerprint.js';
import { lshBands, lshRecall, NAME_BANDS, TEXT_BANDS } from './lsh.js';
import { signatureOf, type Signable } from './signature.js';
import { compareTexts, containment } from './similarity.js';

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `word${'abcdefghij'.charAt(i % 10)}${from + i}`);
/** No word has a digit: digits count as figures. */
const plain = (from: number, to: number) =>
  words(from, to)
    .map((word) => word.replace(/\d/g, (digit) => 'klmnopqrst'.charAt(Number(digit))))
    .join(' ');

const sign = (text: string, changes: Partial<Signable> = {}) =>
  signatureOf({
    articleId: 'a',
    at: 0,
    url: null,
    language: null,
    fingerprint: fingerprint(text),
    ...changes,
  });
const on = (site: string) => ({ url: `https://${site}/page` });

/** Every fifth word is a name, so that two texts can share names, other words, both or neither. */
const told = (names: string, others: string, length = 200) =>
  Array.from({ length }, (_, i) => {
    const letters = String(i).replace(/\d/g, (digit) => 'klmnopqrst'.charAt(Number(digit)));
    return i % 5 === 3 ? `${names}${letters}` : `${others}${letters}`;
  }).join(' ');

describe('two texts', () => {
  it('of the same words are exact copies', () => {
    expect(compareTexts(sign(plain(0, 90)), sign(`“${plain(0, 90)}”`))).toEqual({
      kind: 'exact',
      similarity: 1,
    });
  });

  it.each([
    ['edited', plain(0, 400), plain(40, 440)],
    ['cut', plain(0, 400), plain(0, 220)],
    ['cut, with its names', told('Name', 'word'), told('Name', 'word', 120)],
  ])('of which one is %s are near copies, both ways', (_, whole, text) => {
    const [a, b] = [sign(whole), sign(text)];
    expect(compareTexts(a, b)?.kind).toBe('near');
    expect(compareTexts(b, a)).toEqual(compareTexts(a, b));
  });

  it('of other words and the same names in their order are rewrites', () => {
    const copying = compareTexts(sign(told('Name', 'word')), sign(told('Name', 'other')));
    expect(copying?.kind).toBe('rewrite');
    expect(copying?.similarity).toBeGreaterThan(0.9);
  });

  it('of the same words and other names are two notices of one template', () => {
    const template = (name: string) =>
      told('Name', 'word').replace(/Name(\w+)/g, (whole, at: string) =>
        at.length === 2 ? `${name}${at}` : whole.toLowerCase(),
      );
    expect(compareTexts(sign(template('Smith')), sign(template('Jones')))).toBeNull();
  });

  it('of neither are nothing to each other', () => {
    expect(compareTexts(sign(told('Name', 'word')), sign(told('Other', 'thing')))).toBeNull();
  });

  it('too short to sign, or of two schemes, are not compared', () => {
    expect(compareTexts(sign('two words'), sign('two words'))).toBeNull();
    const old = { ...fingerprint(plain(0, 90)), scheme: 'old' };
    expect(compareTexts(sign(plain(0, 90)), sign('', { fingerprint: old }))).toBeNull();
  });
});

describe('what two pages of one site share', () => {
  const frame = plain(1000, 1100);
  const items = [`${frame} ${told('Name', 'word', 40)}`, `${frame} ${told('Other', 'thing', 40)}`];

  it('makes no copies of them', () => {
    const [a, b] = items.map((text) => sign(text, on('news.example'))) as [never, never];
    expect(compareTexts(a, b)).toBeNull();
  });

  it('does not keep an article from being known again with a paragraph more', () => {
    const [a, b] = [told('Name', 'word'), `${told('Name', 'word')} ${plain(0, 20)}`];
    const site = on('www.news.example');
    expect(compareTexts(sign(a, site), sign(b, on('news.example')))?.kind).toBe('near');
  });
});

describe('languages', () => {
  it('are kept apart: a translation keeps names and figures too', () => {
    const [a, b] = [told('Name', 'word'), told('Name', 'wort')];
    const compared = (x: string | null, y: string | null) =>
      compareTexts(sign(a, { language: x }), sign(b, { language: y }));
    expect(compared('en', 'de')).toBeNull();
    expect(compared('en', 'en')?.kind).toBe('rewrite');
    expect(compared('en', null)?.kind).toBe('rewrite');
  });
});

describe('containment', () => {
  it('knows a text that lies whole in another', () => {
    expect(containment({ shingles: 1000 }, { shingles: 500 }, 0.5)).toBe(1);
    expect(containment({ shingles: 500 }, { shingles: 500 }, 0.2)).toBeCloseTo(1 / 3);
    expect(containment({ shingles: 500 }, { shingles: 500 }, 0)).toBe(0);
  });
});

describe('locality-sensitive hashing', () => {
  it('has different buckets for words and names, none for a short text', () => {
    const { size } = new Set(lshBands(sign(told('Name', 'word'))));
    expect(size).toBe(TEXT_BANDS + NAME_BANDS);
    expect(lshBands(sign(plain(0, 200)))).toHaveLength(TEXT_BANDS);
    expect(lshBands(sign('short'))).toEqual([]);
  });

  it('gives signed 64-bit integers', () => {
    for (const band of lshBands(sign(told('Name', 'word')))) {
      expect(BigInt.asIntN(64, band)).toBe(band);
    }
  });

  it('finds copies at the rate that its curve promises', () => {
    expect(lshRecall(0.5, TEXT_BANDS)).toBeCloseTo(0.931, 3);
    expect(lshRecall(0.6, TEXT_BANDS)).toBeCloseTo(0.992, 3);
    expect(lshRecall(0.6, NAME_BANDS)).toBeCloseTo(0.98, 3);
    expect(lshRecall(0.01, TEXT_BANDS)).toBeLessThan(0.0001);
    const found = Array.from({ length: 50 }, (_, i) => {
      const [a, b] = [plain(i * 1000, i * 1000 + 300), plain(i * 1000 + 60, i * 1000 + 360)];
      const buckets = new Set(lshBands(sign(a)));
      return lshBands(sign(b)).some((band) => buckets.has(band));
    });
    expect(found.filter(Boolean).length).toBeGreaterThan(46);
  });

  it('finds a rewrite by its names', () => {
    const buckets = new Set(lshBands(sign(told('Name', 'word'))));
    expect(lshBands(sign(told('Name', 'other'))).some((band) => buckets.has(band))).toBe(true);
  });
});
