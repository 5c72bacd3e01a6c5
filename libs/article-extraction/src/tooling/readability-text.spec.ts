import { describe, expect, it } from '@jest/globals';
import { readabilityText } from './readability-text.js';

const prose =
  'The price of bread rose again on Monday, the ministry said, and so did that of salt. ';
const paragraph = prose.repeat(4).trim();
const page = (inside: string): string =>
  `<nav><a href="/">Home</a></nav><article>${`<p>${paragraph}</p>`.repeat(3)}${inside}</article>`;

describe('another extractor’s answer', () => {
  it('is the article’s paragraphs', () => {
    const expected = [paragraph, paragraph, paragraph].join('\n\n');
    expect(readabilityText(page(''))).toBe(expected);
    expect(readabilityText(`<html><body>${page('')}</body></html>`)).toBe(expected);
  });

  it.each([
    ['<p>Read more: wheat is scarce</p>', 'Read more'],
    ['<figure><img src="/a.jpg"><figcaption>A loaf in a shop</figcaption></figure>', 'A loaf'],
    [`<p class="author-bio">Ann Lee is a baker. ${prose}</p>`, 'Ann Lee'],
    ['<p><a href="/x">Wheat is scarce in the north</a></p>', 'Wheat is scarce'],
  ])('has nothing of what it leaves in by mistake: %s', (inside, text) =>
    expect(readabilityText(page(inside))).not.toContain(text),
  );

  it('is empty where it finds none', () => {
    expect(readabilityText('')).toBe('');
    expect(readabilityText('<html><frameset></frameset></html>')).toBe('');
  });
});
