import { describe, expect, it } from '@jest/globals';
import { cards, document, NEWS, prose, signalsOf } from './testing/pages.js';

const url = 'https://courier.example/2026/03/02/bridge-gives-way-in-northern-valley';

describe('the signals of a page', () => {
  it('count teasers, not the links of its navigation', () => {
    const signals = signalsOf(document('Courier', '', cards()), url);
    expect(signals).toMatchObject({
      url: 'document',
      headlineLinks: NEWS.length,
      linkedHeadings: NEWS.length,
      articles: NEWS.length,
      headlineLength: NEWS.reduce((sum, [headline]) => sum + headline.length, 0),
    });
  });

  it('count a nested article with the one around it', () => {
    const html = '<article><p>a</p><article>b</article></article><article>c</article>';
    expect(signalsOf(html, url).articles).toBe(2);
  });

  it('measure the body, its prose, and whether its end is cut', () => {
    const body = ['Short.', `${'Long enough to be prose '.repeat(4)}here.`, 'And so it goes on…'];
    expect(signalsOf('', url, body)).toMatchObject({ paragraphs: 3, prose: 1, isCut: true });
    expect(signalsOf('', url, ['All is said.”'])).toMatchObject({ isCut: false, bodyLength: 13 });
    expect(
      signalsOf('', url, ['法院下令重新调查监狱火灾，九名遇难者的家属等待这一裁决已有六年。'])
        .prose,
    ).toBe(1);
  });

  it.each([
    '<meta property="og:type" content="Article">',
    '<meta property="article:published_time" content="2026-03-02">',
    '<meta itemprop="datePublished" content="2026-03-02">',
    '<div itemprop="articleBody"></div>',
    '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
  ])('know the mark-up of an article: %s', (head) => {
    expect(signalsOf(document('', head, ''), url).isMarkedArticle).toBe(true);
    expect(signalsOf(document('', '', ''), url).isMarkedArticle).toBe(false);
  });

  it.each([
    [true, 'paywall'],
    [true, 'o-paywall--bottom'],
    [true, 'c-subscriber-wall'],
    [true, 'articleBody pay-wall-hidden'],
    [false, 'wallpaper'],
    [false, 'firewall-news'],
    [false, 'subscribe-button'],
  ])('say %s to a wall by the name %s', (hasWall, name) => {
    expect(signalsOf(document('', '', `<div class="${name}">x</div>`), url).hasWall).toBe(hasWall);
  });

  it('are gathered in time that grows with the page', () => {
    const hostile = [
      '<a>',
      '<h2><a>',
      '<article>',
      `<div class="${'wall '.repeat(50)}">`,
      '. ! … ',
    ];
    for (const each of hostile) {
      const html = each.repeat(300_000 / each.length);
      const started = performance.now();
      try {
        signalsOf(html, url, [html]);
      } catch (error) {
        expect(String(error)).toMatch(/ERR_ARTICLE_TOO_(?:DEEP|COMPLEX)/);
      }
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  it('look for the words of a wall beside short bodies only', () => {
    const asks = '<p>Subscribe to continue reading.</p>';
    expect(signalsOf(document('', '', asks), url, ['Short.']).asksToSubscribe).toBe(true);
    expect(signalsOf(document('', '', prose(14) + asks), url).asksToSubscribe).toBe(false);
  });
});
