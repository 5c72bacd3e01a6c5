import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { claim } from '../testing/incident.js';
import { highlight, type ArticleParts } from './highlight.js';

const article: ArticleParts = {
  title: 'Two killed in Almaty',
  paragraphs: ['Police said two people were killed.', 'More soon.'],
  captions: ['A street in Almaty.'],
};
const whole = [article.title, ...article.paragraphs, ...(article.captions ?? [])].join('\n\n');
const quoting = (quote: string, start = whole.indexOf(quote)) =>
  claim({ quote, start, end: start + quote.length }).claim;
const marked = (...claims: ReturnType<typeof quoting>[]) =>
  highlight(article, claims).blocks.map(({ runs }) =>
    runs.map(({ text, claims: of }) => (of.length > 0 ? `[${text}|${of.join()}]` : text)).join(''),
  );

describe('a quote in its article', () => {
  it('is marked where it stands, in title, text or caption', () => {
    const claims = [quoting('Two killed'), quoting('two people'), quoting('A street')];
    expect(marked(...claims)).toEqual([
      '[Two killed|0] in Almaty',
      'Police said [two people|1] were killed.',
      'More soon.',
      '[A street|2] in Almaty.',
    ]);
  });

  it('may overlap others', () => {
    expect(marked(quoting('said two people'), quoting('two people were'))[1]).toBe(
      'Police [said |0][two people|0,1][ were|1] killed.',
    );
  });

  it('is found by its words when the article has changed around it', () => {
    expect(marked(quoting('two people', 3))[1]).toBe('Police said [two people|0] were killed.');
  });

  it('that is gone is said to be', () => {
    const { missing, blocks } = highlight(article, [quoting('three people', 0), quoting('Police')]);
    expect(missing).toEqual([0]);
    expect(
      blocks.flatMap(({ runs }) => runs).filter(({ claims }) => claims.length > 0),
    ).toHaveLength(1);
  });

  it('without any, and in an article without text, is nothing', () => {
    expect(highlight({ title: null, paragraphs: [] }, []).blocks).toEqual([
      { part: 'title', runs: [] },
    ]);
  });
});

describe('cutting an article', () => {
  it('never changes its text, whatever is quoted', () => {
    const spans = fc.array(fc.tuple(fc.nat(whole.length), fc.nat(20)), { maxLength: 8 });
    fc.assert(
      fc.property(spans, (cuts) => {
        const claims = cuts.map(([start, length]) =>
          quoting(whole.slice(start, start + length), start),
        );
        const texts = highlight(article, claims).blocks.map(({ runs }) =>
          runs.map(({ text }) => text).join(''),
        );
        expect(texts.join('\n\n')).toBe(whole);
      }),
    );
  });
});
