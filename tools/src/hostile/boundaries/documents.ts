import { createArticleExtractor } from '@tocsin/article-extraction';
import { encode } from '@tocsin/contracts';
import { urlId } from '@tocsin/feeds';
import { fingerprint } from '@tocsin/dedup';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor, violationsOf } from '@tocsin/incident-extraction';
import { type Boundary, MARKUP_PIECES, promise } from '../boundary.js';

const URL_OF_PAGE = 'https://news.example/a';
const CODES = [
  'ERR_ARTICLE_EMPTY',
  'ERR_ARTICLE_SECTION',
  'ERR_ARTICLE_VIDEO',
  'ERR_ARTICLE_CONSENT_WALL',
  'ERR_ARTICLE_ERROR_PAGE',
  'ERR_ARTICLE_PAYWALL',
  'ERR_ARTICLE_NOT_HTML',
  'ERR_ARTICLE_TOO_DEEP',
  'ERR_ARTICLE_TOO_COMPLEX',
  'ERR_ARTICLE_TOO_LARGE',
];
const INCIDENT_PIECES = [
  'Five people were killed in Springfield on Monday, police said. ',
  '12,000 to 15 injured. ',
  'At least -1 dead. ',
  '“',
  '"',
  'said Mr. ',
  'U.S. ',
  '31 February 2026 ',
  'Monday Monday Monday ',
  '. ',
  '… ',
  '\u200d',
  'ﬁ',
  'İ',
  'K',
];

/** What the extractor's workers read: lexicons and models are loaded when it is first asked. */
export function documentBoundaries(): readonly Boundary[] {
  const articles = createArticleExtractor({ fingerprint });
  const incidents = createIncidentExtractor({ geoparser: createGeoparser() });
  const reading =
    (contentType: string) =>
    (input: Buffer): string => {
      const result = articles.extract({
        articleId: urlId(URL_OF_PAGE),
        version: 1_767_225_600_000,
        url: URL_OF_PAGE,
        contentType,
        bytes: input,
      });
      if (result.kind === 'rejected') throw Object.assign(new Error(result.reason), result);
      const { article } = result;
      const mentions = incidents.extract(article);
      const [breach] = violationsOf(article, mentions);
      promise(breach === undefined, `a mention breaks its promise: ${breach}`);
      // Throws where the article breaks the contract by which it goes on.
      encode('article-extracted', { ...article, extractorVersion: 'hostile' });
      return mentions.length > 0 ? 'article with incidents' : 'article';
    };
  return [
    {
      name: 'page',
      description: 'an HTML page through both extractions',
      codes: CODES,
      pieces: [
        ...MARKUP_PIECES,
        ...INCIDENT_PIECES,
        '<p>',
        '<article>',
        '<h1>',
        '<meta name="author" content="',
      ],
      read: reading('text/html'),
    },
    {
      name: 'text',
      description: 'plain text through both extractions',
      codes: CODES,
      pieces: INCIDENT_PIECES,
      read: reading('text/plain; charset=utf-8'),
    },
  ];
}
