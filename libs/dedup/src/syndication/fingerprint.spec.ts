import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { FINGERPRINT_SCHEME, MAX_SIGNED_LENGTH, MIN_SHINGLES, fingerprint } from './fingerprint.js';

const story = (words: number, from = 0): string =>
  Array.from({ length: words }, (_, i) => `word${from + i}`).join(' ');

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Texts with what their fingerprints are, for ever: they lie in topics and tables. */
const GOLDEN: readonly (readonly [name: string, text: string, exact: string, minhash: string])[] = [
  [
    'English',
    'The quick brown fox jumps over the lazy dog. '.repeat(3),
    'b2bdad61eabb075009a35780e6b97c72a52b532637a18b086cf3cbac549cf89f',
    'e0dd4d742e71e94a',
  ],
  [
    'English with accents and dashes',
    'Ålesund’s mayor – “naïve”, said Erdoğan – left at 3.30 p.m. on 12 May 2026, after the café closed for good.',
    'e8a23e5d7b1f5b9f7fad383abe5f7c7af59f9f5f5d4dc617d1d10105452b0aae',
    '380ec334a4d444ff',
  ],
  [
    'Russian',
    'Министр сообщил, что цена на хлеб снова выросла; ещё в мае она была ниже, чем в том же месяце прошлого года, и никто не ждал роста.',
    '0ca48fb8b52966442393a1bc07938b948f6ac8f90d2b5e86258a2a149f33b965',
    '75f0a69550cd1e73',
  ],
  [
    'Arabic',
    'قال الوزير يوم الاثنين إنّ سعر الخبز ارتفع مرة أخرى هذا الشهر، وإن الحكومة ستعلن عن خطة جديدة قبل نهاية العام الجاري في العاصمة.',
    '0a98bd7f1820dce5ac7e111246ef844f4ad252cfeb1ab0923afc67d43c0b2a82',
    'ae8c895f39cdf17f',
  ],
  [
    'Chinese',
    '港口罢工进入第三周，谈判陷入僵局。部长们彻夜谈判后就用水计划达成一致。',
    '9b4aca06e1c9ba0ebde5f2d64ef3f7335a2da14a83b754d4d861798fc2fce48a',
    '5e4badaadfd16325',
  ],
  [
    'Korean',
    '장관은 월요일 빵 가격이 다시 올랐다고 밝혔다. 정부는 올해 말까지 새로운 계획을 발표할 예정이며 도시의 상인들은 걱정이 크다고 말했다. 오늘 밤에도 회의가 이어진다.',
    'b36ecfa4710d0b754182c87ae8a8f5155d89274b35df7f46be83892c85061da7',
    '390c23796c7bf728',
  ],
];

describe('the fingerprint of a text', () => {
  it('names its scheme and has 512 bytes of signature', () => {
    const print = fingerprint(story(100));
    expect(print.scheme).toBe(FINGERPRINT_SCHEME);
    expect(Buffer.from(print.minhash, 'base64')).toHaveLength(512);
    expect(print.shingles).toBe(96);
    expect(print.names).toBe('');
  });

  it('has up to 64 pairs of names', () => {
    const named = story(100).replaceAll('word', 'and Name');
    expect(Buffer.from(fingerprint(named).names ?? '', 'base64')).toHaveLength(256);
    expect(fingerprint('Anna and Boris').names).toBe('');
  });

  it.each(GOLDEN)('never changes without a new scheme: %s', (_name, text, exact, minhash) => {
    const print = fingerprint(text);
    expect([FINGERPRINT_SCHEME, print.exact, digest(print.minhash)]).toEqual([
      'oph128-w5-n64-v3',
      exact,
      minhash,
    ]);
  });

  it('does not see case, accents, punctuation, white space or compatibility forms', () => {
    const plain = fingerprint('officers said at least two were killed '.repeat(5));
    const dressed = fingerprint(
      '“OFFICÉRS” said:\u00a0at  least two\u2014were ﻿killed!\n\n'.repeat(5),
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

  it('is a function of the text alone, whatever was signed before', () => {
    const texts = [
      story(30),
      `${story(9_000)} Anna and Boris`,
      'é Ｆｕｌｌ '.repeat(50),
      story(400),
    ];
    const forwards = texts.map(fingerprint);
    expect(texts.toReversed().map(fingerprint).toReversed()).toEqual(forwards);
  });

  it('takes a text of any length in bounded time', () => {
    const started = performance.now();
    fingerprint('\ufdfa'.repeat(4 * MAX_SIGNED_LENGTH));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
