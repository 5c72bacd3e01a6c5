import type { SampleArticle } from '../sample/articles.js';

/** Runs where it is taken for script: what a page must never do is set this. */
const ALARM = 'window.__alarm=1';

/** Text that breaks out of every place where text is put: elements, attributes, addresses, scripts, styles, templates. */
export const HOSTILE_TEXTS: readonly string[] = [
  `<script>${ALARM}</script>`,
  `<img src=x onerror="${ALARM}">`,
  `<img src="http://127.0.0.2:9/beacon.png">`,
  `"><svg onload="${ALARM}">`,
  `' onmouseover='${ALARM}' x='`,
  `</title><script>${ALARM}</script>`,
  `</textarea></style></noscript><script>${ALARM}</script>`,
  `<iframe srcdoc="<script>parent.${ALARM}</script>"></iframe>`,
  `<a href="javascript:${ALARM}">more</a>`,
  `<math><mtext><style><img src=x onerror=${ALARM}></style></mtext></math>`,
  `<details open ontoggle=${ALARM}>`,
  `<body onload=${ALARM}>`,
  `<meta http-equiv="refresh" content="0;url=http://127.0.0.2:9/">`,
  `<link rel=stylesheet href=http://127.0.0.2:9/x.css>`,
  `<base href="http://127.0.0.2:9/">`,
  `<form action="http://127.0.0.2:9/"><button>OK</button></form>`,
  `{{constructor.constructor('${ALARM}')()}}`,
  '${' + ALARM + '}',
  `\u202egnp.exe\u2066<script>${ALARM}</script>`,
  `&lt;script&gt;${ALARM}&lt;/script&gt;`,
];

const TOWNS = [
  'Kano, Nigeria',
  'Quetta, Pakistan',
  'Mosul, Iraq',
  'Cali, Colombia',
  'Kherson, Ukraine',
];
const NEWS = [
  'Gunmen shot and killed three people',
  'Protesters marched',
  'A bomb exploded and injured nine people',
  'A bus crashed, killing five people',
];

/** News that would be incidents, if they were not also attacks: in title, text, caption, site and section. */
export function hostileArticles(): SampleArticle[] {
  return HOSTILE_TEXTS.map((text, n) => {
    const town = TOWNS[n % TOWNS.length];
    const news = NEWS[n % NEWS.length];
    return {
      id: `hostile-${n}`,
      site: `Site ${text}`,
      section: text,
      title: `${news} in ${town} ${text}`,
      publishedAt: `2022-0${1 + (n % 9)}-12T09:00:00`,
      dateline: null,
      paragraphs: [
        `${news} in ${town}, on Tuesday, police of the "${text}" district said.`,
        `A witness, ${text}, told reporters that the street had been closed for ${n + 2} hours after it.`,
        `The mayor thanked the hospitals and asked for calm. ${text}`,
      ],
      captions: [`A street. ${text}`],
      source: null,
      licence: 'made up',
    };
  });
}
