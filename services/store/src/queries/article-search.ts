import type { Queryable } from '@tocsin/persistence';
import { badQuery } from '../api/problem.js';
import { statement, type Statement } from './bind.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { MAX_LIMIT } from './incident-query.js';
import { textQuery } from './text-search.js';
import { instant, integer, matching, text as textOf } from './values.js';

/** One article as lists show it: without its text. */
export interface ArticleItem {
  readonly articleId: string;
  readonly version: number;
  readonly url: string;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly siteName: string | null;
  readonly language: string | null;
  readonly pageType: string | null;
  readonly syndicationId: string | null;
}

export interface ArticlePage {
  readonly items: readonly ArticleItem[];
  readonly nextCursor: string | null;
}

export interface ArticleQuery {
  readonly site?: string;
  readonly syndication?: string;
  readonly text?: string;
  /** Milliseconds since the epoch. */
  readonly fetchedSince?: number;
  readonly limit: number;
  readonly cursor?: { readonly value: string; readonly id: string };
}

/** The one order: newest version first. */
const SORT = '-version';
const isVersion = (value: string) => /^\d{1,15}$/.test(value);

const PARSERS: Readonly<Record<string, (value: string) => Partial<ArticleQuery>>> = {
  site: (value) => ({ site: matching('site', value, /^[^\0]{1,200}$/s, '1 to 200 characters') }),
  syndication: (value) => ({
    syndication: matching('syndication', value, /^[A-Za-z0-9._:-]{1,128}$/, 'an article id'),
  }),
  text: (value) => {
    const text = matching('text', value, /^[^\0]{1,200}$/s, '1 to 200 characters');
    textQuery('text', text, () => '');
    return { text };
  },
  fetchedSince: (value) => ({ fetchedSince: instant('fetchedSince', value) }),
  limit: (value) => ({ limit: integer('limit', value, 1, MAX_LIMIT) }),
  cursor: (value) => ({ cursor: decodeCursor(value, SORT, isVersion) }),
};

/** @throws ProblemError 400 naming the first parameter that is unknown, repeated or out of range */
export function parseArticleQuery(query: Readonly<Record<string, unknown>>): ArticleQuery {
  const parsed = Object.entries(query).map(([name, value]) => {
    const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
    if (!parse) throw badQuery(`${name} is not a parameter of this list.`);
    return parse(textOf(name, value));
  });
  return Object.assign({ limit: 50 }, ...parsed);
}

export function articleStatement(query: ArticleQuery): Statement {
  const { site, syndication, text, fetchedSince, cursor, limit } = query;
  return statement((bind) => {
    const conditions = ['version IS NOT NULL'];
    if (site !== undefined) conditions.push(`site_name = ${bind(site)}`);
    if (syndication !== undefined) conditions.push(`syndication_id = ${bind(syndication)}`);
    if (fetchedSince !== undefined) conditions.push(`version >= ${bind(fetchedSince)}::bigint`);
    if (text !== undefined) {
      const found = textQuery('text', text, bind);
      conditions.push(`to_tsvector('english', coalesce(title, '')) @@ ${found}`);
    }
    if (cursor !== undefined) {
      conditions.push(
        `(version, article_id) < (${bind(cursor.value)}::bigint, ${bind(cursor.id)})`,
      );
    }
    return `SELECT article_id AS "articleId", version, url, title, published_at AS "publishedAt",
        site_name AS "siteName", language, page_type AS "pageType", syndication_id AS "syndicationId"
      FROM article WHERE ${conditions.join(' AND ')}
      ORDER BY version DESC, article_id DESC LIMIT ${bind(limit + 1)}`;
  });
}

export async function searchArticles(db: Queryable, query: ArticleQuery): Promise<ArticlePage> {
  const { sql, params } = articleStatement(query);
  const rows = await db.query<ArticleItem & { version: string }>(sql, params);
  const page = rows.slice(0, query.limit);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({ ...row, version: Number(row.version) })),
    nextCursor: last
      ? encodeCursor({ sort: SORT, value: String(last.version), id: last.articleId })
      : null,
  };
}
