import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../testing/facts-of.js';
import { readImages } from './read-images.js';

const prose = `<p>${'The price of bread rose again on Monday. '.repeat(9)}</p>`;
const site = 'https://news.example.org';

/** Images of a page whose blocks of prose are the article. */
function imagesOf(html: string) {
  const facts = factsOf(html);
  const kept = facts.blocks.flatMap(({ text }, at) => (text.length > 100 ? at : []));
  const headline = facts.page.elements.find(({ name }) => name === 'h1') ?? null;
  return readImages(facts, kept, headline, `${site}/a`);
}
const urls = (html: string) => imagesOf(html).map(({ url }) => url?.replace(site, ''));

describe('the images of an article', () => {
  it('stand between its headline and its end', () => {
    const html = `<img src=/logo.png><h1>Bread</h1><img src=1.jpg>${prose}<img src=2.jpg>${prose}<img src=3.jpg>`;
    expect(urls(html)).toEqual(['/1.jpg', '/2.jpg']);
  });

  it('may stand before its headline, in its element', () => {
    const lead = '<figure><img src=/1.jpg><figcaption>A loaf</figcaption></figure>';
    expect(imagesOf(`<article><header>${lead}<h1>Bread</h1></header>${prose}</article>`)).toEqual([
      { url: `${site}/1.jpg`, caption: 'A loaf' },
    ]);
    expect(urls(`<div>${lead}<h1>Bread</h1>${prose}</div>`)).toEqual([]);
  });

  it('have the caption of their figure, on one line', () => {
    const html = `${prose}<figure><img src=/1.jpg><figcaption> A <b>loaf</b>\n of bread </figcaption></figure>${prose}`;
    expect(imagesOf(html)).toEqual([{ url: `${site}/1.jpg`, caption: 'A loaf of bread' }]);
  });

  it('have the caption that is but named so', () => {
    const html = `${prose}<div class="wp-caption"><img src=/1.jpg><p class="caption-text">A loaf</p></div>${prose}`;
    expect(imagesOf(html)).toEqual([{ url: `${site}/1.jpg`, caption: 'A loaf' }]);
  });

  it('have the first caption that has text', () => {
    const html = `${prose}<figure><img src=/1.jpg><figcaption><i class=caption></i></figcaption><p class=caption>A loaf</p></figure>${prose}`;
    expect(imagesOf(html)).toEqual([{ url: `${site}/1.jpg`, caption: 'A loaf' }]);
  });

  it('may have a caption alone', () => {
    const html = `${prose}<figure><figcaption>A loaf</figcaption></figure>${prose}`;
    expect(imagesOf(html)).toEqual([{ url: null, caption: 'A loaf' }]);
  });

  it.each([
    '<img data-src="/1.jpg" src="/blank.gif">',
    '<img data-lazy-src="/1.jpg" src="data:image/gif;base64,R0">',
    '<img data-original=/1.jpg>',
  ])('are where a lazy page says: %s', (img) =>
    expect(urls(`${prose}${img}${prose}`)).toEqual(['/1.jpg']),
  );

  it.each(['<img>', '<img src="data:image/gif;base64,R0">', '<img src="javascript:x()">'])(
    'are none without an address: %s',
    (img) => expect(imagesOf(`${prose}${img}${prose}`)).toEqual([]),
  );

  it.each(['related-stories', 'sidebar', 'author-bio', 'share-bar', 'ad-slot', 'newsletter'])(
    'are none of what stands beside it: %s',
    (name) => {
      const html = `${prose}<div class="${name}"><p><img src=/1.jpg></p></div>${prose}`;
      expect(imagesOf(html)).toEqual([]);
    },
  );

  it('are each given once', () => {
    const figure = '<figure><img src=/1.jpg><figcaption>A loaf</figcaption></figure>';
    expect(urls(`${prose}${figure}<img src=/1.jpg>${figure}${prose}`)).toEqual(['/1.jpg']);
  });

  it('are some hundred at most', () => {
    const many = Array.from({ length: 500 }, (_, i) => `<img src=/${i}.jpg>`).join('');
    expect(imagesOf(`${prose}${many}${prose}`)).toHaveLength(100);
  });

  it('are none of a page without an article', () => {
    expect(imagesOf('<h1>Bread</h1><img src=/1.jpg><p>x')).toEqual([]);
  });
});
