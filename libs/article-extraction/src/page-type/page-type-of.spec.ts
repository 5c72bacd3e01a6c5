import { describe, expect, it } from '@jest/globals';
import { pageTypeOf } from './page-type-of.js';
import { NEWS, cards, document, everyParagraph, links, prose, signalsOf } from './testing/pages.js';

const kindOf = (html: string, url: string, paragraphs?: readonly string[]): string => {
  const kind = pageTypeOf(signalsOf(html, url, paragraphs));
  return kind.kind === 'page' ? kind.pageType : kind.code;
};
const og = (type: string): string => `<meta property="og:type" content="${type}">`;
const jsonLd = (...nodes: object[]): string =>
  `<script type="application/ld+json">${JSON.stringify(nodes)}</script>`;
const ARTICLE_URL = 'https://courier.example/2026/03/02/bridge-gives-way-in-northern-valley';
const CHINESE = [
  '港口罢工进入第三周谈判陷入僵局',
  '北部山谷桥梁坍塌造成两人死亡',
  '部长们彻夜谈判后就用水计划达成一致',
  '岛上自一九三一年以来首次发现稀有猫头鹰',
  '法院下令重新调查监狱火灾',
  '燃油价格连续第四周下跌',
  '反对党领袖被羁押十一个月后获释',
  '校车明年秋天起改用氢能',
];

describe('a front page or a section', () => {
  const item = (name: string) => ({ '@type': 'NewsArticle', headline: name });
  const pages: Readonly<Record<string, readonly [url: string, html: string]>> = {
    'a newspaper’s front page': [
      'https://courier.example/',
      document('The Valley Courier', og('website'), `<h1>The Valley Courier</h1>${cards()}`),
    ],
    'one with its articles in JSON-LD': [
      'https://courier.example/index.html',
      document(
        'The Valley Courier',
        jsonLd({ '@type': 'ItemList', itemListElement: NEWS.map(([name]) => item(name)) }),
        cards('h3'),
      ),
    ],
    'one whose headlines stand in links': [
      'https://courier.example/en/',
      document(
        'Courier',
        '',
        cards().replace(/<(h2)><a ([^>]*)>(.*?)<\/a><\/h2>/g, '<a $2><$1>$3</$1></a>'),
      ),
    ],
    'one whose cards are dated in microdata': [
      'https://courier.example/',
      document(
        'The Valley Courier',
        '',
        cards().replaceAll('<time>', '<meta itemprop="datePublished" content="2026-03-02"><time>'),
      ),
    ],
    'the page of a section': [
      'https://courier.example/politics',
      document('Politics | The Valley Courier', og('website'), `<h1>Politics</h1>${cards()}`),
    ],
    'the page of a tag, with excerpts': [
      'https://courier.example/tag/harbour/page/2',
      document('Tag: harbour', jsonLd({ '@type': 'CollectionPage' }), cards()),
    ],
    'a Chinese front page of bare links': [
      'https://kuaibao.example/',
      document('河谷快报', '', links([...CHINESE, ...CHINESE])),
    ],
    'an old front page of bare links': [
      'https://courier.example/',
      document('Courier', '', links(NEWS.map(([headline]) => headline))),
    ],
  };

  it.each(Object.keys(pages))('is told, whatever is taken for its body: %s', (name) => {
    const [url, html] = pages[name] ?? ['', ''];
    expect(kindOf(html, url)).toBe('ERR_ARTICLE_SECTION');
    expect(kindOf(html, url, [])).toBe('ERR_ARTICLE_SECTION');
  });

  it('is not told by its address alone', () => {
    const essay = document('On bridges', '', `<h1>On bridges</h1>${prose(12)}`);
    expect(kindOf(essay, 'https://courier.example/')).toBe('article');
    expect(kindOf(essay, 'https://courier.example/category/opinion')).toBe('article');
  });

  it('is not told by its teasers alone', () => {
    const beside = `<article><h1>Bridge gives way</h1>${prose(5)}</article><aside>${cards('h3')}</aside>`;
    const body = everyParagraph(document('', '', prose(5)));
    expect(kindOf(document('Bridge', '', beside), ARTICLE_URL, body)).toBe('article');
    expect(kindOf(document('Bridge', '', beside), '', body)).toBe('article');
    const marked = document('Bridge', og('article'), beside);
    expect(kindOf(marked, 'https://courier.example/bridge', body)).toBe('article');
  });

  it('is not what is told by few teasers and few words', () => {
    const brief = document(
      'Owl seen',
      '',
      `<h1>Owl seen</h1><p>A rare owl was seen.</p>${links(CHINESE.slice(0, 4))}`,
    );
    expect(kindOf(brief, 'https://courier.example/owl')).toBe('article');
  });
});

describe('an error page', () => {
  const notice = '<p>Try the search, or begin again at our front page.</p>';

  it.each(['Page not found', 'Access Denied', 'Just a moment...', 'Страница не найдена'])(
    'is told by its title: %s',
    (title) => {
      const html = document(`${title} | The Valley Courier`, og('website'), notice);
      expect(kindOf(html, ARTICLE_URL)).toBe('ERR_ARTICLE_ERROR_PAGE');
      expect(kindOf(html, ARTICLE_URL, [])).toBe('ERR_ARTICLE_ERROR_PAGE');
    },
  );

  it('is told by its heading, also beside the latest headlines', () => {
    const main = `<h1>404 – Page not found</h1>${notice}${links(NEWS.map(([headline]) => headline))}`;
    expect(kindOf(document('The Valley Courier', '', main), ARTICLE_URL)).toBe(
      'ERR_ARTICLE_ERROR_PAGE',
    );
  });

  it('is not what has a text, or is marked as an article', () => {
    const title = 'Access denied: how a village lost its road';
    expect(kindOf(document(title, '', prose(4)), ARTICLE_URL)).toBe('article');
    expect(kindOf(document(title, og('article'), notice), ARTICLE_URL)).toBe('article');
  });
});

describe('a wall of consent', () => {
  const walls = [
    `<h1>We value your privacy</h1><p>We and our 742 partners store cookies and process personal data such as your
     address to show personalised ads. By clicking Accept all you consent to this.</p><p>You can manage your choices
     or withdraw consent at any time in our privacy policy.</p><button>Accept all</button><a href="#">Reject</a>`,
    `<h1>Datenschutz</h1><p>Mit Werbung und Cookies weiterlesen: Sie willigen in die Verarbeitung Ihrer
     personenbezogenen Daten durch uns und unsere Partner ein. Ihre Einwilligung können Sie jederzeit
     widerrufen, siehe Datenschutzerklärung.</p><a href="#">Akzeptieren</a> <a href="#">Zustimmen und weiter</a>`,
    `<h1>Votre vie privée</h1><p>Nous et nos partenaires utilisons des cookies pour traiter des données
     personnelles. Avec votre consentement, nous mesurons l’audience.</p><a href="#">Tout accepter</a>
     <a href="#">Continuer sans accepter</a>`,
  ];

  it.each(walls)('is told in its language: %.30s', (wall) => {
    const html = document('The Valley Courier', '', wall);
    expect(kindOf(html, ARTICLE_URL)).toBe('ERR_ARTICLE_CONSENT_WALL');
    expect(kindOf(html, ARTICLE_URL, [])).toBe('ERR_ARTICLE_CONSENT_WALL');
  });

  it('is not a report on cookies, nor an article with a banner', () => {
    const report = `<h1>Regulator fines shop over cookies</h1><p>A shop has been fined because it set cookies before
      its visitors could consent, the privacy regulator said on Monday. It must pay two million within a month.</p>${prose(4)}`;
    expect(kindOf(document('Regulator fines shop', '', report), ARTICLE_URL)).toBe('article');
    const banner = `${prose(4)}<div>${walls[0]}</div>`;
    expect(kindOf(document('Owl seen', '', banner), ARTICLE_URL)).toBe('article');
  });
});

describe('an article for subscribers', () => {
  const paid = jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: 'False' });
  const asks = '<div class="article-paywall"><p>Subscribe to continue reading.</p></div>';
  const free = prose(2);
  const body = (html: string) => everyParagraph(document('', '', html)).slice(0, -1);

  it('is its free part, and marked so', () => {
    const html = document('Bridge', paid, `${free}${asks}`);
    expect(kindOf(html, ARTICLE_URL, body(free))).toBe('paywall');
    const cut = [
      'The bridge had been closed to lorries since the spring, the mayor said, and yet…',
    ];
    expect(kindOf(document('Bridge', paid, prose(1)), ARTICLE_URL, cut)).toBe('paywall');
  });

  it('is refused where nothing of it is free', () => {
    expect(kindOf(document('Bridge', paid, asks), ARTICLE_URL, [])).toBe('ERR_ARTICLE_PAYWALL');
  });

  it('is an article where all of its text is there', () => {
    expect(kindOf(document('Bridge', paid, prose(14)), ARTICLE_URL)).toBe('article');
  });

  it('is not any page that also sells subscriptions', () => {
    const offer = '<aside><a href="/subscribe">Subscribe</a> to our newsletter.</aside>';
    expect(kindOf(document('Bridge', og('article'), `${prose(2)}${offer}`), ARTICLE_URL)).toBe(
      'article',
    );
  });
});

describe('a live blog', () => {
  const entries = NEWS.map(
    ([headline, text]) => `<div><time>10:1${headline.length % 10}</time><p>${text}</p></div>`,
  );

  it('is told by its JSON-LD, or by its name and its times', () => {
    const live = jsonLd({ '@type': 'LiveBlogPosting' });
    expect(kindOf(document('Live', live, prose(3)), ARTICLE_URL)).toBe('live-blog');
    const named = `<div class="c-live-blog">${entries.join('')}</div>`;
    expect(kindOf(document('Live', og('article'), named), ARTICLE_URL)).toBe('live-blog');
  });

  it('is not an article that links to one, nor a list of times', () => {
    const linked = `${prose(4)}<div class="live-blog-teaser"><time>10:00</time><a href="/live">Live</a></div>`;
    expect(kindOf(document('Strike', og('article'), linked), ARTICLE_URL)).toBe('article');
    expect(kindOf(document('Strike', og('article'), entries.join('')), ARTICLE_URL)).toBe(
      'article',
    );
  });
});

describe('a video', () => {
  it('is its description, and marked so', () => {
    expect(kindOf(document('Owl calls', og('video.other'), prose(1)), ARTICLE_URL)).toBe('video');
    const video = jsonLd({ '@type': 'VideoObject' });
    expect(kindOf(document('Owl calls', video, prose(1)), ARTICLE_URL)).toBe('video');
  });

  it('is refused without any text', () => {
    expect(kindOf(document('Owl calls', og('video'), ''), ARTICLE_URL, [])).toBe(
      'ERR_ARTICLE_VIDEO',
    );
  });

  it('does not make a video of the article that it stands in', () => {
    const both = jsonLd({ '@type': 'NewsArticle' }, { '@type': 'VideoObject' });
    expect(kindOf(document('Owl seen', both, prose(2)), ARTICLE_URL)).toBe('article');
    expect(kindOf(document('Owl seen', og('video'), prose(12)), ARTICLE_URL)).toBe('article');
  });
});

describe('a page without anything', () => {
  it('is empty', () => {
    expect(kindOf('', '')).toBe('ERR_ARTICLE_EMPTY');
    expect(kindOf(document('Bridge', og('article'), ''), ARTICLE_URL, [])).toBe(
      'ERR_ARTICLE_EMPTY',
    );
  });
});
