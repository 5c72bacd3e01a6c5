import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';
import { titleOf } from './title.js';

const title = (html: string) => titleOf(evidenceOf(html), 'Example News');

describe('the title', () => {
  it.each([
    ['<title>Bread dearer again | Example News</title>', 'Bread dearer again'],
    ['<title>Example News - Bread is dearer again</title>', 'Bread is dearer again'],
    [
      '<title>Bread is dearer again - Example News - World</title><p>x</p>',
      'Bread is dearer again - Example News',
    ],
    ['<title>Iran - Iraq border closed</title>', 'Iran - Iraq border closed'],
    ['<title>面包价格再次上涨 | Example News</title>', '面包价格再次上涨'],
    ['<title>ارتفاع سعر الخبز مرة أخرى | Example News</title>', 'ارتفاع سعر الخبز مرة أخرى'],
    [
      '<head><meta property="og:title" content="Bread is dearer"></head><h1>World</h1>',
      'Bread is dearer',
    ],
    ['<h1>Bread</h1>', 'Bread'],
    ['<p>x</p>', ''],
  ])('of %s is without the site’s name', (html, expected) => {
    expect(title(html)).toBe(expected);
  });

  it('is the heading as readers see it', () => {
    const head = '<title>Bread prices climb again - Example News</title>';
    expect(title(`${head}<h1>Bread prices climb again, ministry says</h1>`)).toBe(
      'Bread prices climb again, ministry says',
    );
  });

  it('is without a kicker that the page’s other titles do without', () => {
    const head = '<title>Bread is dearer again | Opinion – Example News</title>';
    expect(title(`${head}<h1>Opinion | Bread is dearer again</h1>`)).toBe('Bread is dearer again');
    expect(title('<h1>Bread is dearer | Wheat is scarce</h1>')).toBe(
      'Bread is dearer | Wheat is scarce',
    );
  });
});
