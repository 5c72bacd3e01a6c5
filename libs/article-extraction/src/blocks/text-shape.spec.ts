import { describe, expect, it } from '@jest/globals';
import { textShape } from './text-shape.js';

describe('the shape of a text', () => {
  it('is its characters, counted by kind', () => {
    expect(textShape('On 5 May, Ann said: “No.” Why?')).toEqual({
      words: 7,
      letters: 17,
      upper: 5,
      digits: 1,
      commas: 1,
      stops: 2,
      quotes: 2,
      partings: 1,
      ends: true,
    });
  });

  it('has capitals in every script that has them', () => {
    expect(textShape('Élan Москва Αθήνα').upper).toBe(3);
    expect(textShape('élan 北京 القاهرة').upper).toBe(0);
  });

  it('has words without blanks, two letters each', () => {
    expect(textShape('政府は火曜日に発表').words).toBeGreaterThanOrEqual(4);
    expect(textShape('وصل الرئيس إلى كابول').words).toBe(4);
  });

  it.each(['Bread.', 'Bread?”', 'Bread!)', '面包。', '「面包。」', 'الخبز؟', 'Bread…'])(
    'ends as a sentence: %s',
    (text) => expect(textShape(text).ends).toBe(true),
  );

  it.each(['Bread', 'Bread:', 'Read more »', '', '“'])('does not end as a sentence: %s', (text) =>
    expect(textShape(text).ends).toBe(false),
  );
});
