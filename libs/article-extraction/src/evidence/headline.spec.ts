import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';
import { headTitles } from './headline.js';

const headline = (html: string, url?: string) => evidenceOf(html, url).headline?.text ?? null;

describe('the headline', () => {
  it('is the heading that agrees with the titles in the head', () => {
    const title = '<title>Bread is dearer again | Example News</title>';
    expect(headline(`${title}<h1>Example News</h1><h1>Bread is dearer again</h1>`)).toBe(
      'Bread is dearer again',
    );
    expect(headline(`${title}<h1>Wheat is scarce this year</h1><h1>Bread is dearer</h1>`)).toBe(
      'Bread is dearer',
    );
  });

  it('is not the section’s or the site’s name', () => {
    expect(headline('<title>World: bread is dearer - Example</title><h1>World</h1>')).toBeNull();
    const site = '<meta property="og:site_name" content="The Daily Bread">';
    expect(headline(`<head>${site}</head><h1>The Daily Bread</h1>`)).toBeNull();
  });

  it('may be no h1, but marked', () => {
    expect(headline('<h2 itemprop="headline">Bread is dearer again</h2>')).toBe(
      'Bread is dearer again',
    );
  });

  it('agrees in scripts without blanks too', () => {
    const html = '<title>面包价格再次上涨 - 例报</title><h1>例报</h1><h1>面包价格再次上涨了</h1>';
    expect(headline(html)).toBe('面包价格再次上涨了');
  });

  it('is the first that is a sentence, where nothing agrees', () => {
    expect(headline('<h1>News</h1><h1>Bread is dearer again</h1>')).toBe('Bread is dearer again');
    expect(headline('<p>x</p>')).toBeNull();
  });
});

describe('the titles of the head', () => {
  it('are plain text, best first', () => {
    const html =
      '<title>C</title><meta name="twitter:title" content="D"><meta property="og:title" content="A &amp;amp; &lt;b&gt;B&lt;/b&gt;">';
    expect(headTitles(evidenceOf(`<head>${html}</head>`))).toEqual(['A & B', 'C', 'D']);
  });
});
