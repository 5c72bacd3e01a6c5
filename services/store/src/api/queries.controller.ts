import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FORMATS } from '../formats/index.js';
import { PAGE_PARAMETERS } from '../queries/incident-query.js';
import {
  changeQuery,
  createQuery,
  deleteQuery,
  listQueries,
  readQuery,
} from '../saved/saved-query-table.js';
import { checkedNewQuery, checkedQuery, type SavedQuery } from '../saved/saved-query.js';
import { ref } from '../openapi/schema-parts.js';
import { answerIncidents } from './answer-incidents.js';
import { checkedId } from './checked-id.js';
import { DATABASE } from './database.token.js';
import { EXPORTED, formatOf } from './exported.js';
import { PageParameters } from './incident-parameters.decorator.js';
import { badQuery, notFound } from './problem.js';

/** Named filters: feeds of their own, and what webhooks tell of. Changing them needs the scope `operate`. */
@ApiTags('queries')
@Controller('v1/queries')
export class QueriesController {
  constructor(@Inject(DATABASE) private readonly db: Queryable) {}

  @Get()
  @ApiOperation({ summary: 'All saved queries, the newest first.' })
  @ApiOkResponse({ schema: ref('SavedQueries') })
  async list(): Promise<{ items: SavedQuery[] }> {
    return { items: await listQueries(this.db) };
  }

  @Post()
  @ApiOperation({ summary: 'Saves filters, as a list of incidents takes them, under a name.' })
  @ApiBody({ schema: ref('NewSavedQuery') })
  @ApiCreatedResponse({ schema: ref('SavedQuery') })
  create(@Body() body: unknown): Promise<SavedQuery> {
    return createQuery(this.db, checkedNewQuery(body), Date.now());
  }

  @Get(FORMATS.map(({ extension }) => `:id.${extension}`))
  @ApiOperation({
    summary: 'What a saved query finds, as an Atom feed or in the other formats of lists.',
  })
  @PageParameters()
  @ApiOkResponse({ content: EXPORTED })
  async export(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const format = formatOf(request);
    const own = Object.keys(query).find((name) => !PAGE_PARAMETERS.includes(name));
    if (own !== undefined) throw badQuery(`${own} is not a parameter of a saved query.`);
    const { name, filters } = await this.existing(id);
    return answerIncidents({
      db: this.db,
      query: { ...query, ...filters },
      format,
      title: name,
      request,
      reply,
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'One saved query.' })
  @ApiOkResponse({ schema: ref('SavedQuery') })
  one(@Param('id') id: string): Promise<SavedQuery> {
    return this.existing(id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes name, filters or both; webhooks go by the new ones at once.' })
  @ApiBody({ schema: ref('SavedQueryChange') })
  @ApiOkResponse({ schema: ref('SavedQuery') })
  async change(@Param('id') id: string, @Body() body: unknown): Promise<SavedQuery> {
    const changed = await changeQuery(this.db, checkedId(id), checkedQuery(body), Date.now());
    if (!changed) throw notFound('query', id);
    return changed;
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Deletes a query that no webhook tells of.' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  async delete(@Param('id') id: string): Promise<void> {
    if (!(await deleteQuery(this.db, checkedId(id)))) throw notFound('query', id);
  }

  private async existing(id: string): Promise<SavedQuery> {
    const found = await readQuery(this.db, checkedId(id));
    if (!found) throw notFound('query', id);
    return found;
  }
}
