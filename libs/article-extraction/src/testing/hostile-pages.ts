/** A hostile page of some size: `n` times what is hostile in it. */
export type HostilePage = (n: number) => string;

const SENTENCE = 'The price of bread rose again on Monday, the ministry said. ';
const PROSE = `<p>${SENTENCE.repeat(4)}</p>`;

/** An article with something put before it in its body. */
const article = (hostile: string, head = ''): string =>
  `<html lang="en"><head><title>Bread is dearer again</title>${head}</head><body><article>` +
  `<h1>Bread is dearer again</h1>${hostile}${PROSE}${PROSE}</article></body></html>`;
const each = (n: number, part: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => part(i)).join('');
const jsonLd = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const bodyOf = (articleBody: string): string => JSON.stringify({ '@type': 'Article', articleBody });
const loaf = (i: number): string => `<p>Loaf of brown bread ${i}`;
/** Nested as deep as is let through, so that every step that looks upwards or downwards goes all the way. */
const nested = (n: number, element: string, content: (i: number) => string, attributes = '') =>
  `<${element} ${attributes}>`.repeat(300) + each(n, content) + `</${element}>`.repeat(300);

const META = [
  'author',
  'article:published_time',
  'og:site_name',
  'article:section',
  'og:title',
  'og:locale',
  'description',
];
const FIELDS = ['headline', 'datePublished', 'author', 'publisher', 'articleSection', 'url'];

/** The same text of any length as whatever a page may say of itself. */
function statements(piece: string): Record<string, HostilePage> {
  return {
    [`meta elements of "${piece}"`]: (n) => {
      const value = piece.repeat(n);
      return article('', META.map((name) => `<meta name="${name}" content="${value}">`).join(''));
    },
    [`JSON-LD of "${piece}"`]: (n) => {
      const value = piece.repeat(n);
      const fields = FIELDS.map((name) => [name, value]);
      const node = { '@type': 'Article', ...Object.fromEntries(fields) };
      return article('<h1>Bread is dear</h1>'.repeat(20), jsonLd(JSON.stringify(node)));
    },
  };
}

/** Shapes that cost some extractor, or a part of this one, far more than their length. */
export const HOSTILE_PAGES: Readonly<Record<string, HostilePage>> = {
  'nested elements': (n) => '<div>'.repeat(n),
  'nested inline elements': (n) => article('<span>'.repeat(n)),
  'a deep page of many blocks': (n) => article(nested(n, 'div', (i) => `<p>Number ${i} is here.`)),
  'formatting never closed': (n) => article(each(n, () => '<p><b><i>Bread</p>')),
  'links misnested with blocks': (n) => article(each(n, () => '<a href="/x"><div>Bread</a></div>')),
  'openings of tags': (n) => article('<'.repeat(n)),
  'openings of comments': (n) => article('<!-'.repeat(n) + '<!--'.repeat(n)),
  'one script never closed': (n) => article(`<script>${'</scrip'.repeat(n)}`),
  entities: (n) => article(`<p>${'&lt;&amp;&#x200d;&bogus '.repeat(n)}</p>`),
  'entities in an attribute': (n) => article(`<p class="${'&lt;&amp;'.repeat(n)}">Bread.</p>`),
  'attributes of one element': (n) => article(`<p ${each(n, (i) => `class="c${i}" x${i}=1 `)}>x`),
  'flat paragraphs': (n) => article('<p>x'.repeat(n)),
  'stray end tags': (n) => article(nested(n, 'div', () => '</p></a></b></td></x-y>')),
  'huge class names': (n) => article(`<p class="${'ad-share '.repeat(n)}">Bread.</p>`),
  'a huge class name around many blocks': (n) =>
    article(`<div class="${'x'.repeat(30 * n)}">${'<p>Bread.</p>'.repeat(n)}</div>`),
  'many class names': (n) => article(each(n, (i) => `<p class="c${i} n${i}" id=i${i}>Bread.</p>`)),
  'one huge table': (n) => article(`<table>${'<tr><td>1<td>Bread, of 2 kinds.'.repeat(n)}</table>`),
  'nested tables': (n) => article('<table><tr><td>'.repeat(n)),
  'one huge text': (n) => article(`<p>${SENTENCE.repeat(n)}</p>`),
  'one huge line without a stop': (n) => article(`<p>${'bread , '.repeat(n)}</p>`),
  'many links': (n) =>
    article(each(n, (i) => `<a href="/${i}">The price of bread rose again ${i}</a> `)),
  'many blocks of links': (n) => article(each(n, (i) => `<li><a href="/${i}">Bread rose ${i}</a>`)),
  'many headings': (n) => article(each(n, (i) => `<h1>Bread is dearer than ${i}</h1>`)),
  'headings of the title': (n) => article(each(n, () => '<h2>Bread is dearer again</h2>')),
  'many images': (n) => article(each(n, (i) => `<img src="/${i}.jpg" srcset="/${i}-2.jpg 2x">`)),
  'many figures': (n) =>
    article(each(n, (i) => `<figure><img src=${i}.jpg><figcaption>${i} loaves</figure>`)),
  'nested figures': (n) => article(nested(n, 'figure', () => '<img><i class=caption></i>')),
  'nested captions': (n) => article(nested(n, 'div', () => '<i></i>', 'class=caption')),
  'nested headings': (n) => article(nested(n, 'h1', () => '<i></i>')),
  'nested marks of dates': (n) => article(nested(n, 'span', () => '<i>2</i>', 'class=date')),
  'many scripts of JSON-LD': (n) =>
    article(
      '',
      each(n, (i) => jsonLd(`{"@type":"NewsArticle","headline":"Bread ${i}"}`)),
    ),
  'deep JSON-LD': (n) => article('', jsonLd('{"a":['.repeat(n) + ']}'.repeat(n))),
  'wide JSON-LD': (n) =>
    article('', jsonLd(`[${each(n, (i) => `{"@type":"Person","@id":"${i}","name":"x"},`)}{}]`)),
  'broken JSON-LD': (n) =>
    article('', jsonLd(`{"@type":"NewsArticle","headline":"${'\\"headline":", '.repeat(n)}`)),
  'JSON-LD of marks of comments': (n) => article('', jsonLd('/*<!--//'.repeat(n))),
  'a huge structured body': (n) => article('', jsonLd(bodyOf(SENTENCE.repeat(n)))),
  'a structured body of many paragraphs': (n) =>
    article(each(n, loaf), jsonLd(bodyOf('Loaf of bread '.repeat(5 * n)))),
  'a structured body of one letter': (n) =>
    article(
      each(n, (i) => `<p>b${'a'.repeat(20)} ${i}</p>`),
      jsonLd(bodyOf('a'.repeat(50 * n))),
    ),
  'a structured body of mark-up': (n) => article('', jsonLd(bodyOf('<br <'.repeat(n)))),
  'many authors': (n) =>
    article(
      each(Math.ceil(n / 10), (i) => `<p>Bread of Ann Lee${i}, who is a baker.</p>`),
      jsonLd(`{"@type":"Article","author":[${each(n, (i) => `"Ann Lee${i}",`)}"Bob Ray"]}`),
    ),
  'many meta elements': (n) =>
    article(
      '',
      each(n, (i) => `<meta property="og:title" content="Bread ${i}"><meta name=m${i}>`),
    ),
  'a description of many paragraphs': (n) =>
    article(each(n, loaf), `<meta name="description" content="${'Loaf of bread '.repeat(5 * n)}">`),
  'a huge title': (n) => article('', `<meta property="og:title" content="${'bread '.repeat(n)}">`),
  'many dates': (n) => article(each(n, () => '<time datetime="2026-01-02">2 May 2026</time> ')),
  'many lines of dates': (n) => article(each(n, () => '<p class="date">on 2 May 2026, 12:30</p>')),
  'many bylines': (n) => article(each(n, (i) => `<p class="byline">By Ann Lee${i} and Bob</p>`)),
  'many line breaks': (n) => article('<br>'.repeat(n)),
  'lines between breaks': (n) => article('Bread is dear.<br><br>'.repeat(n)),
  'the same paragraph': (n) => article(PROSE.repeat(n)),
  'punctuation in one text': (n) => article(`<p>${'.,:;-|"\')]…'.repeat(n)}</p>`),
  'dots in one text': (n) => article(`<p>x${'.'.repeat(n)} x</p>`),
  'blanks in one text': (n) => article(`<p>x${' \n\t\u00a0'.repeat(n)}x</p>`),
  'one huge word': (n) => article(`<p>${'bread'.repeat(n)}</p>`),
  'one huge word of CJK': (n) => article(`<p>${'面包又涨价了'.repeat(n)}</p>`),
  'lines that begin as machinery does': (n) =>
    article(
      each(n, () => `<p>Published ${'updated on : '.repeat(20)}</p><p>By ${'a '.repeat(99)}`),
    ),
  'lines that nearly credit an image': (n) =>
    article(each(n, () => `<p>${'photo: via '.repeat(26)}</p>`)),
  ...statements('bread '),
  ...statements('1. '),
  ...statements('Ann Lee and '),
  ...statements('By Ann, '),
  ...statements('2 May '),
  ...statements('| '),
  ...statements('<a &amp;'),
  'a mix': (n) =>
    article(
      each(
        n,
        (i) =>
          `<div class="c${i} ad"><a href=/${i}><p>Bread ${i}</a><figure><img><figcaption>Loaf</div>` +
          `<h2>Bread is dearer<table><td>2 May 2026</table></b></h2><br>x<br><br>` +
          `<span itemprop=author>Ann Lee</span><time>2 May</time><p>${SENTENCE}`,
      ),
    ),
};

/** Plain texts of the same kind. */
export const HOSTILE_TEXTS: Readonly<Record<string, HostilePage>> = {
  'lines of text': (n) => `Bread is dearer\n\n${`${SENTENCE}\n`.repeat(n)}`,
  'paragraphs of text': (n) => `Bread is dearer\n\n${`${SENTENCE.repeat(3)}\n\n`.repeat(n)}`,
  'one line of text': (n) => SENTENCE.repeat(n),
  'empty lines': (n) => `${SENTENCE}${'\n \t\n'.repeat(n)}${SENTENCE}`,
  'labels of dates': (n) => 'Publish : 2 May 2026 By Ann Lee |\n'.repeat(n),
  'captions in text': (n) => 'FILE PHOTO. Almaty © AP Photo/Ann Lee\n\n'.repeat(n),
};
