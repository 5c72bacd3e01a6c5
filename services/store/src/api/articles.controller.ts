import type { ArticleView } from '@tocsin/contracts';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import { readArticle } from '../queries/article-reader.js';
import { parseArticleQuery, searchArticles, type ArticlePage } from '../queries/article-search.js';
import { checkedId } from './checked-id.js';
import { DATABASE } from './database.token.js';
import { notFound } from './problem.js';

@ApiTags('articles')
@Controller('v1/articles')
export class ArticlesController {
  constructor(@Inject(DATABASE) private readonly db: Queryable) {}

  @Get()
  @ApiOperation({ summary: 'Articles, the newest version first.' })
  @ApiQuery({ name: 'site', required: false, description: 'Name of the site.' })
  @ApiQuery({ name: 'syndication', required: false, description: 'Copies of one text.' })
  @ApiQuery({ name: 'text', required: false, description: 'Words of the title.' })
  @ApiQuery({
    name: 'fetchedSince',
    required: false,
    description: 'Fetched at or after this moment.',
  })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 500 },
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/ArticlePage' } })
  list(@Query() query: Record<string, unknown>): Promise<ArticlePage> {
    return searchArticles(this.db, parseArticleQuery(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One article with its ends and hop times, by URL id.' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Article' } })
  async one(@Param('id') id: string): Promise<ArticleView> {
    const article = await readArticle(this.db, checkedId(id));
    if (!article) throw notFound('article', id);
    return article;
  }
}
