import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import { readArticle, type ArticleView } from '../queries/article-reader.js';
import { checkedId } from './checked-id.js';
import { DATABASE } from './database.token.js';
import { notFound } from './problem.js';

@ApiTags('articles')
@Controller('v1/articles')
export class ArticlesController {
  constructor(@Inject(DATABASE) private readonly db: Queryable) {}

  @Get(':id')
  @ApiOperation({ summary: 'One article with its ends and hop times, by URL id.' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Article' } })
  async one(@Param('id') id: string): Promise<ArticleView> {
    const article = await readArticle(this.db, checkedId(id));
    if (!article) throw notFound('article', id);
    return article;
  }
}
